using LearningCity.Dashboard.Components;
using LearningCity.Dashboard.Reports.Facts;
using LearningCity.Dashboard.Reports.Word;
using LearningCity.Dashboard.Resources;

namespace LearningCity.Dashboard.Reports.Documents;

/// <summary>What stands on the cover and in the header of every report.</summary>
internal static class Front
{
    public static WordHead Head(RoundFacts facts, string title, Text text)
    {
        var sample = new ReportWords(text)["sample"];
        return new WordHead(
            facts.Info.Sample ? $"{title}{text.Pick("（", " (")}{sample}{text.Pick("）", ")")}" : title,
            text.Pick(facts.Framework.NameZh, facts.Framework.NameEn),
            facts.Info.Sample ? $"{title}{text["sentence.dot"]}{sample}" : title,
            facts.Info.PublishedAt);
    }

    /// <param name="subject">Whose report it is, in large letters.</param>
    public static void Write(WordFile file, RoundFacts facts, string subject, string kind, Text text)
    {
        var words = new ReportWords(text);
        for (var i = 0; i < 3; i++)
            file.Cover(WordStyles.Cover, "");
        if (facts.Info.Sample)
            file.Cover(WordStyles.Mark, words["sample.mark"]);
        file.Cover(WordStyles.Title, subject);
        file.Cover(WordStyles.Title, kind);
        file.Cover(WordStyles.Subtitle, text.Pick(facts.Framework.NameZh, facts.Framework.NameEn));
        for (var i = 0; i < 4; i++)
            file.Cover(WordStyles.Cover, "");
        file.Cover(WordStyles.Cover, words.Say("cover.round", text.Pick(facts.Round.NameZh, facts.Round.NameEn), Format.Date(facts.Round.Date, text)));
        file.Cover(WordStyles.Cover, words.Say("cover.published", Format.Time(facts.Info.PublishedAt, text)));
        file.Cover(WordStyles.Cover, words.Say("cover.snapshot", facts.Info.Id));
        if (facts.Info.Sample)
            file.Cover(WordStyles.Cover, words["cover.sample"]);
        file.CoverEnds();
    }
}
