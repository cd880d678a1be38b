using System.Globalization;
using CsCheck;
using LearningCity.Etl.Normalising;
using LearningCity.Etl.Readers;
using LearningCity.Etl.Recognition;
using LearningCity.Etl.Validation;
using LearningCity.Warehouse.Catalogs;

namespace LearningCity.Etl.Tests.Fuzzing;

/// <summary>Whatever is done to a file, reading it ends soon, without an exception, in grids or in a fault, and what is taken from it stands in it.</summary>
public sealed class HostileFileTests
{
    // On the processor, not on the wall: a machine may be busy with other things. The largest original takes a hundredth of it.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);
    private static readonly CityCatalog Catalog = CatalogFiles.BuiltIn().ToCatalog();

    // A seed, how many places are changed, and what is done there; the places follow from the seed.
    private static readonly Gen<(int File, int Seed, int Changes)> Mutation =
        Gen.Select(Gen.Int[0, Mutations.Originals.Count - 1], Gen.Int[0, int.MaxValue], Gen.Int[1, 12]);

    private static bool IsLong => Environment.GetEnvironmentVariable("LEARNINGCITY_LONG_TESTS") == "1";

    [Fact]
    public void Bytes_changed_at_random_are_read_or_refused() =>
        Mutation.Sample(m => Survives(Mutations.ChangeBytes(Mutations.Originals[m.File].Bytes, new Random(m.Seed), m.Changes)), iter: IsLong ? 20_000 : 200, threads: 1);

    [Fact]
    public void Parts_changed_inside_the_package_are_read_or_refused() =>
        Mutation.Sample(m => Survives(Mutations.ChangeParts(Mutations.Originals[m.File].Bytes, new Random(m.Seed), m.Changes)), iter: IsLong ? 20_000 : 200, threads: 1);

    [Fact]
    public void Folders_of_changed_files_load_in_less_than_500_MB()
    {
        var (files, peak, accepted) = HostileLoad.Run(IsLong ? 40 : 1);

        files.ShouldBe(HostileLoad.FilesInFolder * (IsLong ? 40 : 1));
        peak.ShouldBeLessThan(500_000_000);
        // Not all is destroyed: many files are still good in part, so the way to the end is taken, too.
        accepted.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_small_file_that_claims_251_million_rows_is_refused_before_it_takes_long()
    {
        var before = Used();
        FileReader.Read(File.ReadAllBytes(CaseFiles.Of("hostile", "rows-far-out.xls")), new ReadLimits()).Refused.ShouldBe(Rules.FileDamaged);
        (Used() - before).ShouldBeLessThan(Longest);
    }

    private static void Survives(byte[] bytes)
    {
        var before = Used();
        var content = FileReader.Read(bytes, new ReadLimits());
        var staged = new Staged();
        if (content.Refused is null)
            new Recogniser(Catalog, new PlaceOptions("2024", "110112")).Recognise(new(1, "form.xlsx", [], content.Grids), staged);
        (Used() - before).ShouldBeLessThan(Longest);
        var taken = staged.Scores.Where(s => s.Points is not null).ToList();
        // What was read as a score is a number that stands in the file as it is shown.
        foreach (var score in taken)
            Shown(score.Value).ShouldNotBeNull(score.Cell + " shows " + score.Value).ShouldBe(score.Points!.Value, 0.000000001m);
        if (taken.Count > 0 && bytes[0] == 'P' && OtherReader.Cells(bytes) is { Count: > 0 } cells)
            Agree(taken, cells);
    }

    /// <summary>A number, or what is left of one after a calculation, which programs show as 3.6E-15 and which means 0.</summary>
    private static decimal? Shown(string text) => PointsReader.Written(text, false).Points
        ?? (text.Contains("E-", StringComparison.Ordinal) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var rest) ? rest : null);

    /// <summary>What this thread has had of the processor; where that is not told, the time of day.</summary>
    private static TimeSpan Used() => File.Exists("/proc/thread-self/schedstat")
        ? TimeSpan.FromMicroseconds(long.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[0], CultureInfo.InvariantCulture) / 1000)
        : TimeSpan.FromMilliseconds(Environment.TickCount64);

    /// <summary>Another program that reads the same workbook finds the same numbers in the same cells.</summary>
    private static void Agree(List<StagedScore> taken, Dictionary<(string Sheet, string Cell), object> cells)
    {
        foreach (var score in taken.Where(s => s.Sheet is not null))
        {
            cells.ShouldContainKey((score.Sheet!, score.Cell));
            switch (cells[(score.Sheet!, score.Cell)])
            {
                case double held:
                    ((double)score.Points!.Value).ShouldBe(held, 1e-9, score.Cell);
                    break;
                case string text:
                    PointsReader.Written(text).Points.ShouldBe(score.Points, score.Cell);
                    break;
            }
        }
    }
}
