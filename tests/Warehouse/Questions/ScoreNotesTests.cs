using LearningCity.Warehouse.Questions;

namespace LearningCity.Warehouse.Tests.Questions;

public sealed class ScoreNotesTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("points: 5.5分 → 5.5", "得分：5.5分 → 5.5")]
    [InlineData("district: 密云县 → 密云区; indicator: Ｆ１ → F1; expert: E 01 → E01", "区：密云县 → 密云区；指标：Ｆ１ → F1；专家：E 01 → E01")]
    [InlineData("round: 2024年度 → 2024; points: ４ → 4", "轮次：2024年度 → 2024；得分：４ → 4")]
    [InlineData("得分：４→4", "得分：４→4")]
    public void A_note_is_said_in_Chinese_and_what_was_found_stays(string? note, string? said) => ScoreNotes.InChinese(note).ShouldBe(said);
}
