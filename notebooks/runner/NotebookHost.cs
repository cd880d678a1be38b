using LearningCity.Client;
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
    public SnapshotReader OpenSnapshot() => _store.Value.Lease() ?? throw new InvalidOperationException("数据目录中没有快照。| The data folder holds no snapshot.");

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
