namespace LearningCity.Etl.Tests.Normalising;

public sealed class NotesTests : IDisposable
{
    private readonly Bench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void Each_thing_that_was_normalised_is_noted_with_its_row_and_what_is_no_district_is_listed()
    {
        var result = bench.Load(CaseFiles.Of("normalising", "names.csv"));

        bench.Query<string>("select concat_ws(' | ', source_row, district, indicator, points, note) from fct_score order by source_row").ShouldBe(
        [
            "2 | 110112 | F1 | 5.50 | district: 通州 → 通州区; points: 5.5分 → 5.5",
            "3 | 110112 | F2 | 5.70 | district: 通 州 区 → 通州区; points: ５．７ → 5.7",
            "4 | 110112 | F3 | 4.00 | district: 北京市通州区 → 通州区; round: ２０２４年 → 2024",
            "5 | 110112 | F4 | 4.60 | round: 2024年度 → 2024",
            "6 | 110112 | F5 | 4.80 | district: Tongzhou → 通州区",
            "7 | 110112 | F6 | 5.30 | district: tongzhou district → 通州区; points: 5\u200b.3 → 5.3",
            "8 | 110112 | F7 | 5.00",
            "9 | 110118 | F1 | 5.00 | district: 密云县 → 密云区; indicator: Ｆ１ → F1; expert: E 01 → E01",
            "10 | 110119 | F1 | 5.00 | district: 延庆县 → 延庆区; indicator: 一.1 → F1",
        ]);
        result.UnknownDistricts.ShouldBe(["经济技术开发区", "燕山"]);
        result.ExitCode.ShouldBe(1);
    }
}
