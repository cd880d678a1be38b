using LearningCity.Etl.Recognition;
using LearningCity.Etl.Validation;
using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Etl.Tests.Recognition;

public sealed class PlacesTests
{
    private static readonly Places Places = new(CatalogFiles.BuiltIn().ToCatalog());

    [Theory]
    [InlineData("被评区：通州区    评估轮次：2024年    填表日期：2024年10月14日", "2024 110112")]
    [InlineData("被评区:通 州 区 评估轮次:2024", "2024 110112")]
    [InlineData("被评区：北京市通州区评估轮次：2024年度", "2024 110112")]
    [InlineData("被评区：  密云县   轮次：２０２４年评估", "2024 110118")]
    [InlineData("District: Tongzhou District   Round: 2024 evaluation", "2024 110112")]
    [InlineData("LearningCity:round=2024|LearningCity:district=110112", "2024 110112")]
    [InlineData("通州区2024年学习型城市示范区自评表", "2024 110112")]
    [InlineData("被评区：110112；评估轮次：2024年", "2024 110112")]
    public void The_line_above_the_table_says_the_place(string lines, string expected) =>
        Say(lines).ShouldBe(expected);

    [Theory]
    [InlineData("被评区：燕山 评估轮次：2024年", "通州区", "district-unknown")]
    [InlineData("被评区：通州区 评估轮次：2031年", "2024", "round-unknown")]
    [InlineData("被评区：通州区 评估轮次：2024年", "海淀区", "place-disagrees")]
    [InlineData("被评区：通州区 评估轮次：2024年", "通州区2025", "place-disagrees")]
    [InlineData("被评区：通州区 评估轮次：2024年|被评区：海淀区", "", "place-disagrees")]
    [InlineData("被评区：通州区", "3.2024年自评表2025年", "place-disagrees")]
    [InlineData("被评区：通州区", "会议11-2024", "round-missing")]
    [InlineData("评估轮次：2024年", "自评表", "district-missing")]
    [InlineData("被评区：______ 评估轮次：2024年", "自评表", "district-missing")]
    [InlineData("被评区：通州区 填表日期：2024年10月14日", "2024-10-14", "round-missing")]
    [InlineData("北京市建设学习型城市示范区评估指标体系|（2023年修订）|被评区：通州区", "评估表（2023年修订）", "round-missing")]
    public void What_disagrees_is_unknown_or_missing_is_a_fault(string lines, string file, string rule) =>
        Places.Find(Context(lines, file)).Faults.Select(f => f.Rule.Name).ShouldBe([rule]);

    [Theory]
    [InlineData("通州区2024年自评表", "2024 110112")]
    [InlineData("2024-通州", "2024 110112")]
    [InlineData("tongzhou_2024", "2024 110112")]
    [InlineData("110112 (2024)", "2024 110112")]
    [InlineData("01-2024年通州区", "2024 110112")]
    [InlineData("北京市密云县2024年度上报", "2024 110118")]
    public void A_file_name_says_the_place_where_nothing_else_does(string file, string expected) =>
        Say("", file).ShouldBe(expected);

    [Theory]
    [InlineData("大兴经济开发区2024")]
    [InlineData("东城区域2024")]
    [InlineData("20240112通州材料清单汇编")]
    [InlineData("关于做好学习型城市评估工作的通知")]
    public void A_name_that_only_contains_one_says_nothing(string file) =>
        Places.Find(Context("", file)).District.ShouldBeNull();

    [Fact]
    public void A_sentence_that_mentions_several_districts_says_nothing() =>
        Say("本表参照东城区、西城区2023年经验编制|被评区：通州区 评估轮次：2024年").ShouldBe("2024 110112");

    [Fact]
    public void The_options_always_speak()
    {
        Places.Find(Context("") with { RoundOption = "2024", DistrictOption = "通州" }).Faults.ShouldBeEmpty();
        Places.Find(Context("被评区：通州区 评估轮次：2024年") with { RoundOption = "2025" }).Faults.Single().Rule.ShouldBe(Rules.PlaceDisagrees);
        Places.Find(Context("被评区：通州区 评估轮次：2024年") with { DistrictOption = "亦庄" }).Faults.Single().Rule.ShouldBe(Rules.DistrictUnknown);
    }

    [Fact]
    public void A_writing_that_fits_two_districts_fits_none()
    {
        var twins = CityCatalog.Ordered([new("K", "", "", new(2020, 1, 1))], [], [], [],
            [new("A1", "鼓楼区", "Gulou", "鼓楼", "z", "", "", 1), new("B1", "鼓楼区", "Gulou", "鼓楼", "z", "", "", 1)], [new("r", "K", "", "", new(2024, 1, 1))]);

        var names = new LearningCity.Etl.Normalising.DistrictNames(twins);

        names.Exact("鼓楼区").ShouldBeNull();
        names.Mentioned("鼓楼区自评表").ShouldBeEmpty();
        names.Exact("A1")!.Code.ShouldBe("A1");
    }

    private static string Say(string lines, string file = "")
    {
        var place = Places.Find(Context(lines, file));
        place.Faults.Select(f => $"{f.Rule.Name} {f.Value} {f.Detail.Zh}").ShouldBeEmpty();
        return $"{place.Round?.Code} {place.District?.Code}";
    }

    private static PlaceContext Context(string lines, string file = "") => new(
        [.. lines.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(LearningCity.Etl.Normalising.Texts.Line)], file.Length == 0 ? [] : [(Places.FileName, file)], null, null);
}
