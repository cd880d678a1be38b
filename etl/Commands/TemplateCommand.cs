using System.CommandLine;
using LearningCity.Etl.Loading;
using LearningCity.Etl.Normalising;
using LearningCity.Etl.Templates;
using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Etl.Commands;

/// <summary><c>template OUT --round R</c>: the form to fill in.</summary>
public static class TemplateCommand
{
    private static readonly Argument<string> Out = new("OUT") { Description = "要写的文件，.xlsx 或 .docx | The file to write, .xlsx or .docx" };

    private static readonly Option<string> Round = new("--round") { Description = "评估轮次，如 2024 | The round, such as 2024", HelpName = "R", Required = true };

    private static readonly Option<string?> District = new("--district")
    {
        Description = "区，名称或代码；不写则由填表人从列表中选择 | The district, by name or code; else the office chooses it from a list",
        HelpName = "D",
    };

    public static Command Create()
    {
        var command = new Command("template", "生成待填的评分表 | Write the form to fill in") { Out, Round, District };
        command.Do(Run, _ => false);
        return command;
    }

    private static int Run(ParseResult parsed, Session session)
    {
        var path = Path.GetFullPath(parsed.GetValue(Out)!);
        Action<OfficialForm, Stream> write = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".xlsx" => FormXlsx.Write,
            ".docx" => FormDocx.Write,
            _ => throw new UsageException("文件名应以 .xlsx 或 .docx 结尾", "The file name should end in .xlsx or .docx"),
        };
        CityCatalog catalog;
        using (var store = DryRunStore.Open(session.Folder))
            catalog = store.Catalog;
        var round = RoundOf(catalog, parsed.GetValue(Round)!);
        if (!catalog.IndicatorsOf(round.Framework).Any())
            throw new UsageException($"指标体系 {round.Framework} 没有二级指标", $"The framework {round.Framework} has no indicators");
        var district = parsed.GetValue(District) is { } said ? DistrictOf(catalog, said) : null;
        Save(path, OfficialForm.Of(catalog, round, district), write);

        if (session.Json)
            session.Write(new { File = path, Round = round.Code, District = district?.Code, round.Framework });
        else
            session.Tell(
                $"已写出 {round.NameZh}{(district is null ? "" : $" {district.NameZh}")} 评分表：{path}",
                $"Wrote the form of {round.NameEn}{(district is null ? "" : $" for {district.NameEn}")}: {path}", "green");
        return ExitCodes.Done;
    }

    // Someone may have filled in what is already there.
    private static void Save(string path, OfficialForm form, Action<OfficialForm, Stream> write)
    {
        if (File.Exists(path) || Directory.Exists(path))
            throw new UsageException($"{path} 已存在，不会覆盖。请换一个文件名", $"{path} exists and will not be overwritten; choose another name");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var stream = new FileStream(path, FileMode.CreateNew);
            write(form, stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"无法写入 {path}", $"{path} cannot be written");
        }
    }

    /// <summary>A round of the catalog by code or name.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static Round RoundOf(CityCatalog catalog, string said) =>
        catalog.Round(said) ?? new RoundNames(catalog).Exact(said) ?? throw new UsageException(
            $"评估轮次“{said}”没有登记；已登记的有 {string.Join("、", catalog.Rounds.Select(r => r.Code))}",
            $"The round '{said}' is not registered; there are {string.Join(", ", catalog.Rounds.Select(r => r.Code))}");

    /// <summary>A district of the catalog by code or name.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static District DistrictOf(CityCatalog catalog, string said) =>
        catalog.District(said) ?? new DistrictNames(catalog).Exact(said) ?? throw new UsageException(
            $"“{said}”不是目录中的区", $"'{said}' is no district of the catalog");
}
