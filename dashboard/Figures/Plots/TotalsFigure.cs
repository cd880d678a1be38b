using LearningCity.Dashboard.Figures.Rendering;

namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>Where the totals of a round lie: every district a dot with its name.</summary>
public static class TotalsFigure
{
    public const string Name = "totals";

    public static Figure Of(TotalsInput input, FigureContext context)
    {
        var (complete, missing) = Strips.Split(input.Districts);
        var drawn = Strips.Thinned(complete, input.Picked);
        return new(
            Name,
            context.Word("TotalsTitle"),
            complete.Count == 0 ? context.Word("EmptyTotals") : context.Word("StripSays", Strips.Says(complete, context)),
            context.Word("UnitPoints"),
            context.Word("NDistricts", complete.Count),
            context,
            frame => DotStrip.Draw(
                frame, Strips.Dots(drawn, input.Picked, input.MaxPoints, context, frame), Strips.Lines(input.Mean, input.Median, context),
                Ticks.Around(complete.Select(d => (double)d.Points!.Value), frame.Narrow ? 5 : 9, 0, (double)input.MaxPoints, 4),
                context.Word("AxisTotal", FigureNumbers.Tick((double)input.MaxPoints))),
            [],
            Thinning.Note(context, drawn.Count, complete.Count, missing == 0 ? null : context.Word("NoteIncomplete", missing)),
            complete.Count == 0 ? context.Word("EmptyTotals") : null);
    }
}
