namespace LearningCity.Dashboard.Figures;

/// <summary>One figure of the house.</summary>
/// <param name="Name">In addresses: <c>/figures/{name}.svg</c>.</param>
/// <param name="Question">The question of the warehouse that it draws.</param>
/// <param name="Page">The page it stands on.</param>
/// <param name="Sample">The figure on made-up data, for the gallery and the tests.</param>
/// <param name="Nothing">The figure when there are no data.</param>
public sealed record FigureEntry(
    string Name, string TitleZh, string TitleEn, string ShowsZh, string ShowsEn, string Question, string Page,
    Func<FigureContext, Figure> Sample, Func<FigureContext, Figure> Nothing)
{
    public string Title(FigureLanguage language) => language == FigureLanguage.Zh ? TitleZh : TitleEn;

    public string Shows(FigureLanguage language) => language == FigureLanguage.Zh ? ShowsZh : ShowsEn;
}
