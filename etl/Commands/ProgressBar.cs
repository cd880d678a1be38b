using LearningCity.Etl.Loading;
using Spectre.Console;

namespace LearningCity.Etl.Commands;

/// <summary>A bar with rate and time left on the error stream; nothing where that is no terminal.</summary>
public static class ProgressBar
{
    public static LoadResult During(Session session, Func<IProgress<LoadProgress>?, LoadResult> load) =>
        During(session, session.Say("读取", "reading"), load, (task, step) => Show(session, task, step));

    /// <param name="first">What the bar says before the first step.</param>
    /// <param name="work">Is given null where there is no terminal to draw on.</param>
    /// <param name="show">Sets the bar to a step.</param>
    public static TResult During<TStep, TResult>(
        Session session, string first, Func<IProgress<TStep>?, TResult> work, Action<ProgressTask, TStep> show)
    {
        if (session.Json || !session.Error.Profile.Capabilities.Interactive)
            return work(null);
        return session.Error.Progress().AutoClear(true).HideCompleted(false)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RateColumn(), new RemainingTimeColumn(), new SpinnerColumn())
            .Start(context =>
            {
                var task = context.AddTask(Markup.Escape(first), maxValue: 1);
                return work(new Relay<TStep>(step => show(task, step)));
            });
    }

    private static void Show(Session session, ProgressTask task, LoadProgress step)
    {
        task.MaxValue = Math.Max(1, step.Files);
        task.Value = step.Done;
        task.Description = Markup.Escape(step.Step switch
        {
            LoadStep.Open or LoadStep.Read => $"{session.Say("读取", "reading")} {step.Detail}",
            LoadStep.Stage or LoadStep.Validate => session.Say("校验", "validating"),
            LoadStep.Publish => $"{session.Say("发布", "publishing")} {step.Detail}",
            LoadStep.Done => session.Say("完成", "done"),
            _ => session.Say("写入", "writing"),
        });
    }

    /// <summary>Files a second.</summary>
    private sealed class RateColumn : ProgressColumn
    {
        public override Spectre.Console.Rendering.IRenderable Render(Spectre.Console.Rendering.RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(task.Speed is { } speed && speed > 0 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{speed:0.#}/s") : "", new Style(Color.Grey));
    }

    /// <summary>Reports on the thread that reports, in order.</summary>
    private sealed class Relay<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
