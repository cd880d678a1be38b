using LearningCity.Dashboard.Figures.Rendering;

namespace LearningCity.Dashboard.Figures.Plots;

/// <summary>How the districts did on one indicator.</summary>
public static class IndicatorSpreadFigure
{
    public const string Name = "indicator-spread";

    public static Figure Of(IndicatorSpreadInput input, FigureContext context)
    {
        var (complete, missing) = Strips.Split(input.Districts);
        var drawn = Strips.Thinned(complete, input.Picked);
        return new(
            Name,
            context.Word("SpreadTitle", input.Indicator.NumberIn(context.Language), input.Indicator.In(context.Language)),
            complete.Count == 0 ? context.Word("EmptyIndicator") : context.Word("StripSays", Strips.Says(complete, context)),
            context.Word("UnitPoints"),
            context.Word("NDistricts", complete.Count),
            context,
            frame => DotStrip.Draw(
                frame, Strips.Dots(drawn, input.Picked, input.MaxPoints, context, frame), Strips.Lines(input.Mean, input.Median, context),
                Ticks.Around(complete.Select(d => (double)d.Points!.Value).Append((double)input.MaxPoints), frame.Narrow ? 5 : 9, 0, (double)input.MaxPoints, 0.5),
                context.Word("AxisPoints", FigureNumbers.Tick((double)input.MaxPoints))),
            [],
            Thinning.Note(context, drawn.Count, complete.Count, missing == 0 ? null : context.Word("NoteNoScore", missing)),
            complete.Count == 0 ? context.Word("EmptyIndicator") : null);
    }
}
