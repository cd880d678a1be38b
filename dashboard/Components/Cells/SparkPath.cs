using System.Text;

namespace LearningCity.Dashboard.Components.Cells;

/// <summary>The line of a <see cref="Spark"/>.</summary>
public static class SparkPath
{
    private const decimal Margin = 3;

    /// <summary>Path data; a new piece begins after every missing value.</summary>
    public static string Of(IReadOnlyList<decimal?> values, decimal from, int width, int height)
    {
        var path = new StringBuilder();
        var pen = false;
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is not { } value)
            {
                pen = false;
                continue;
            }

            var x = values.Count > 1 ? Margin + ((width - (2 * Margin)) * i / (values.Count - 1)) : width / 2m;
            path.Append(pen ? 'L' : 'M').Append(Format.Coordinate(x)).Append(' ').Append(Format.Coordinate(Y(value, from, height)));
            pen = true;
        }

        return path.ToString();
    }

    public static decimal Y(decimal value, decimal from, int height) =>
        Margin + ((height - (2 * Margin)) * (1 - ((Math.Clamp(value, from, 1) - from) / (1 - from))));
}
