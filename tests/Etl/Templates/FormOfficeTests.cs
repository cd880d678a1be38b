using LearningCity.Etl.Templates;

namespace LearningCity.Etl.Tests.Templates;

public sealed class FormOfficeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("form-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_workbook_prints_on_one_page_with_the_whole_table()
    {
        Office.RequirePictures();
        var page = Pages("form.xlsx", FormXlsx.Write).ShouldHaveSingleItem();
        // Head, 22 indicators, 合计 and the edges of the table: the methods' row is ruled over a part of the width only.
        page.Rules.ShouldBeInRange(24, 27);
        page.Ink.ShouldBeInRange(0.05, 0.3);
        (page.Height > page.Width).ShouldBeTrue();
    }

    [Fact]
    public void The_Word_form_prints_upright_with_the_table_over_its_pages()
    {
        Office.RequirePictures();
        var pages = Pages("form.docx", FormDocx.Write);
        pages.Count.ShouldBeInRange(2, 3);
        pages.ShouldAllBe(p => p.Height > p.Width && p.Rules >= 4 && p.Ink > 0.03);
    }

    private IReadOnlyList<GreyPage> Pages(string name, Action<OfficialForm, Stream> write)
    {
        var city = Cities.BuiltIn;
        var path = Path.Combine(_folder, name);
        using (var stream = File.Create(path))
            write(OfficialForm.Of(city, city.Rounds[0], city.Districts[0]), stream);
        return Office.Pages(path, _folder);
    }
}
