using LearningCity.Client;
using LearningCity.Dashboard.Figures;
using LearningCity.Dashboard.Figures.Rendering;
using LearningCity.Warehouse.Access;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Notebooks;

/// <summary>What a cell has without asking: the data, ways to show something, and a dashboard to ask when it wants one.</summary>
public sealed class NotebookHost : IAsyncDisposable
{
    private readonly Lazy<SnapshotStore> _store;
    private readonly Lazy<Task<LocalDashboard>> _dashboard;
    private Outputs _outputs = new();

    public NotebookHost(DataFolder data)
    {
        Data = data;
        _store = new(() => new SnapshotStore(data, TimeProvider.System));
        _dashboard = new(() => LocalDashboard.StartAsync(data));
    }

    /// <summary>The data folder that the notebook is run against.</summary>
    public DataFolder Data { get; }

    /// <summary>Opens the current snapshot; keep it for the whole notebook.</summary>
    /// <exception cref="InvalidOperationException">Nothing has been published there.</exception>
    public SnapshotReader OpenSnapshot() => _store.Value.Lease(Viewer.All) ?? throw new InvalidOperationException("数据目录中没有快照。| The data folder holds no snapshot.");

    /// <summary>Says what the notebook rests on: the snapshot, its rounds, and that the scores are the sample where they are.</summary>
    public void SaySource(SnapshotReader snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var rounds = string.Join("、", snapshot.Info.Rounds);
        Say(snapshot.Info.Sample
            ? $"**示例数据 | Sample data**：人工合成的得分，不是任何区的真实评估结果。轮次 {rounds}；快照 `{PinnedSample.Label(snapshot)}`。"
            : $"轮次 {rounds}；快照 `{PinnedSample.Label(snapshot)}`。");
    }

    /// <summary>A figure of the dashboard over the current snapshot, by its address there: <c>Draw("gaps?round=2026")</c>.</summary>
    public Figure Draw(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        using var snapshot = OpenSnapshot();
        return DrawnFigures.Of(address, snapshot, _store.Value);
    }

    /// <summary>A figure of the notebook's own, on the same sheet as the others: title, legend, unit, n and source are set, the drawing is yours.</summary>
    /// <param name="n">How many are drawn, and of what, in words.</param>
    /// <param name="draw">With the tools of <c>LearningCity.Dashboard.Figures.Rendering</c>.</param>
    /// <param name="round">Named below the figure; null when it spans rounds.</param>
    public Figure Own(
        string title, string says, string unit, string n, string? round, IReadOnlyList<LegendKey> legend, Func<FigureFrame, FigureDrawing> draw)
    {
        using var snapshot = OpenSnapshot();
        return new("own", title, says, unit, n, DrawnFigures.Context(snapshot, round), draw, legend);
    }

    /// <summary>Shows a value now: a figure, a table of rows, a text.</summary>
    public void Show(object? value) => _outputs.Show(value);

    /// <summary>Shows Markdown: for sentences that follow from numbers.</summary>
    public void Say(string markdown) => _outputs.Show(new Markdown(markdown));

    /// <summary>The API of a dashboard over the same data, started when first asked for.</summary>
    public async Task<LearningCityClient> ApiAsync() => (await _dashboard.Value).Client;

    internal void Into(Outputs outputs) => _outputs = outputs;

    public async ValueTask DisposeAsync()
    {
        if (_store.IsValueCreated)
        {
            _store.Value.Dispose();
        }

        if (_dashboard.IsValueCreated && _dashboard.Value.IsCompletedSuccessfully)
        {
            await _dashboard.Value.Result.DisposeAsync();
        }
    }
}
