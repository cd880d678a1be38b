using LearningCity.Etl.Templates;

namespace LearningCity.Etl.Tests.Templates;

/// <summary>The filled templates, saved by LibreOffice in as few calls as there are formats.</summary>
public sealed class OfficeForms : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("filled-").FullName;
    private readonly Lazy<Dictionary<string, string>> saved;

    public OfficeForms() => saved = new(Save);

    /// <summary>By name; skips the test where LibreOffice is not installed.</summary>
    internal string Saved(string name)
    {
        Office.Require();
        return saved.Value[name];
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Dictionary<string, string> Save()
    {
        var (set, open, self, word) = (At("set.xlsx"), At("open.xlsx"), At("self.xlsx"), At("open.docx"));
        FillIn.Workbook(FillIn.Template(set, FormXlsx.Write, "110112"), null);
        FillIn.Workbook(FillIn.Template(open, FormXlsx.Write, null), "通州区");
        FillIn.Workbook(FillIn.Template(self, FormXlsx.Write, null), "通州区", selfOnly: true);
        FillIn.Document(FillIn.Template(word, FormDocx.Write, null), "通州区");
        var target = Directory.CreateDirectory(Path.Combine(folder, "来件")).FullName;
        return Office.Convert([set, open, self], "xlsx:Calc MS Excel 2007 XML", target)
            .Concat(Office.Convert([open], "xls:MS Excel 97", target))
            .Concat(Office.Convert([word], "docx:Office Open XML Text", target))
            .ToDictionary(path => Path.GetFileName(path));
    }

    private string At(string name) => Path.Combine(folder, "blank", name);
}

/// <summary>Templates filled in cell by cell, as a person does, and saved by an office program; no option says what they are.</summary>
public sealed class FilledTemplateTests(OfficeForms forms) : IDisposable, IClassFixture<OfficeForms>
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("set.xlsx")]
    [InlineData("open.xlsx")]
    [InlineData("open.xls")]
    [InlineData("open.docx")]
    public void A_template_filled_in_and_saved_by_LibreOffice_loads_with_no_option(string name) => Loaded(forms.Saved(name));

    [Theory]
    [InlineData("110112")]
    [InlineData(null)]
    public void A_Word_form_filled_in_loads_with_no_option(string? district)
    {
        var blank = Template("form.docx", FormDocx.Write, district);
        FillIn.Document(blank, district is null ? "通州区" : null);
        Loaded(blank);
    }

    [Fact]
    public void A_workbook_with_self_scores_alone_loads_without_a_word_about_the_empty_column() => SelfLoaded(forms.Saved("self.xlsx"));

    [Fact]
    public void A_Word_form_with_self_scores_alone_loads_without_a_word_about_the_empty_column()
    {
        var blank = Template("form.docx", FormDocx.Write, null);
        FillIn.Document(blank, "通州区", selfOnly: true);
        SelfLoaded(blank);
    }

    [Theory]
    [InlineData("form.xlsx")]
    [InlineData("form.docx")]
    public void A_template_with_no_district_chosen_is_returned_and_says_so(string name)
    {
        var blank = Template(name, name == "form.xlsx" ? FormXlsx.Write : FormDocx.Write, null);
        var result = _bench.Load(blank);
        result.Faults.Where(f => f.Rejects).Select(f => f.Rule).ShouldBe(["district-missing"]);
    }

    [Theory]
    [InlineData("form.xlsx")]
    [InlineData("form.docx")]
    public void A_template_whose_hidden_codes_and_file_name_disagree_is_returned(string name)
    {
        var blank = Template(name, name == "form.xlsx" ? FormXlsx.Write : FormDocx.Write, "110112");
        if (name == "form.xlsx")
            FillIn.Workbook(blank, null);
        else
            FillIn.Document(blank, null);
        var renamed = Path.Combine(_bench.Inbox, "东城区2025" + Path.GetExtension(name));
        File.Move(blank, renamed);
        _bench.Load(renamed).Faults.Where(f => f.Rejects).Select(f => f.Rule).Distinct().ShouldBe(["place-disagrees"]);
    }

    private void Loaded(string file)
    {
        var result = _bench.Load(file);
        result.Faults.Where(f => f.Severity != "note").Select(f => $"{f.Place} {f.Rule}: {f.MessageEn}").ShouldBeEmpty();
        result.ExitCode.ShouldBe(0);
        _bench.Stored().ShouldBe(
            FillIn.Scores().SelectMany(s => new[]
            {
                new StoredScore("2024", "110112", s.Indicator.Code, "self", "", s.Self),
                new StoredScore("2024", "110112", s.Indicator.Code, "expert", "", s.Expert),
            }),
            ignoreOrder: true);
    }

    private void SelfLoaded(string file)
    {
        _bench.Load(file).Faults.Where(f => f.Severity != "note").Select(f => $"{f.Place} {f.Rule}: {f.MessageEn}").ShouldBeEmpty();
        _bench.Stored().Select(s => (s.Rater, s.Indicator, s.Points)).ShouldBe(FillIn.Scores().Select(s => ("self", s.Indicator.Code, s.Self)), ignoreOrder: true);
    }

    private string Template(string name, Action<OfficialForm, Stream> write, string? district) => FillIn.Template(Path.Combine(_bench.Inbox, name), write, district);
}
