using Spectre.Console;
using Spectre.Console.Rendering;

namespace LearningCity.Etl.Commands;

/// <summary>File names and cells are from outside: what in them would steer a terminal, or turn its text round, is shown as �.</summary>
public sealed class VisibleText : IRenderHook
{
    public static string Of(string text) => text.Any(Steers) ? string.Concat(text.Select(c => Steers(c) ? '\uFFFD' : c)) : text;

    public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables) => renderables.Select(r => new Cleaned(r));

    private static bool Steers(char c) =>
        (char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private sealed class Cleaned(IRenderable inner) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => inner.Measure(options, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => inner.Render(options, maxWidth)
            .Select(s => s.IsControlCode || !s.Text.Any(Steers) ? s : new Segment(Of(s.Text), s.Style));
    }
}
