using LearningCity.Dashboard.Api.Asking;

namespace LearningCity.Dashboard.Figures;

/// <summary>One figure of the house. Its title and what it shows are the words <c>{Name}.Title</c> and <c>{Name}.Shows</c>.</summary>
/// <param name="Name">In addresses: <c>/figures/{name}.svg</c>.</param>
/// <param name="Question">The question of the warehouse that it draws.</param>
/// <param name="Page">The page it stands on.</param>
/// <param name="Parameters">What its address takes beside width, theme, snapshot and language.</param>
/// <param name="Ask">The figure on the snapshot and with the parameters asked for.</param>
/// <param name="Sample">The figure on made-up data, for the gallery and the tests.</param>
/// <param name="Nothing">The figure when there are no data.</param>
public sealed record FigureEntry(
    string Name, string Question, string Page, IReadOnlyList<Parameter> Parameters,
    Func<Asked, FigureContext, Figure> Ask, Func<FigureContext, Figure> Sample, Func<FigureContext, Figure> Nothing)
{
    public string Title(FigureLanguage language) => FigureWords.Get(language, Name + ".Title");

    public string Shows(FigureLanguage language) => FigureWords.Get(language, Name + ".Shows");
}
