using Microsoft.Extensions.Caching.Memory;

namespace LearningCity.Dashboard.Figures.Rendering;

/// <summary>Pictures that pages have drawn before: drawing one takes longer than everything else on a page. What a figure of
/// <see cref="FigureCatalog"/> shows is settled by the address of its file, which names the snapshot, so the same address is the same
/// picture, for one class of viewers. The least used go when there are more characters than the limit.</summary>
public sealed class DrawnFigures : IDisposable
{
    private const int Characters = 24 << 20;

    private readonly MemoryCache drawn = new(new MemoryCacheOptions { SizeLimit = Characters });

    /// <inheritdoc cref="FigureSvg.Inline"/>
    public string Inline(Figure figure, int width, string id)
    {
        if (figure.Context.Snapshot.Length == 0 || FigureCatalog.Find(figure.Name) is null)
            return FigureSvg.Inline(figure, width, id);

        // Links follow the page that the figure stands on: a pinned snapshot goes along.
        var (district, indicator) = (figure.Context.ToDistrict("0"), figure.Context.ToIndicator("0"));
        var key = (FigureLinks.File(figure, "svg"), width, id, figure.Title, figure.Description, district, indicator, figure.Context.Viewer);
        if (drawn.TryGetValue(key, out string? known))
            return known!;

        var svg = FigureSvg.Inline(figure, width, id);
        drawn.Set(key, svg, new MemoryCacheEntryOptions { Size = svg.Length });
        return svg;
    }

    public void Dispose() => drawn.Dispose();
}
