namespace LearningCity.Warehouse.Exports;

/// <summary>Short ways to open an export from C#, R, Python and the DuckDB shell. Each gives the ranking of the newest round.</summary>
public static class Snippets
{
    private const string Query = "select round, district, rank, points from rpt_ranking where dimension = 'total' and rater = 'expert' order by round desc, rank limit 16";

    /// <summary>Markdown with one fenced block a language.</summary>
    public static string Of(ExportFormat format, IReadOnlyList<ExportedFile> files)
    {
        var name = files.FirstOrDefault(f => f.Table is null && f.Name != Export.DictionaryFile)?.Name ?? "";
        return string.Concat(For(format, name).Select(s => $"```{s.Language}\n{s.Code}\n```\n\n"));
    }

    /// <param name="name">Of the one file, for a workbook or a snapshot.</param>
    public static IReadOnlyList<(string Language, string Code)> For(ExportFormat format, string name) => format switch
    {
        ExportFormat.Snapshot =>
        [
            ("sql", $"-- duckdb -readonly {name}\n{Query};"),
            ("csharp", $$"""
                // dotnet add package DuckDB.NET.Data.Full
                using var connection = new DuckDB.NET.Data.DuckDBConnection("Data Source={{name}};ACCESS_MODE=READ_ONLY");
                connection.Open();
                using var command = connection.CreateCommand();
                command.CommandText = "{{Query}}";
                using var rows = command.ExecuteReader();
                while (rows.Read())
                    Console.WriteLine($"{rows["round"]} {rows["rank"]} {rows["district"]} {rows["points"]}");
                """),
            ("r", $"library(duckdb)\nconnection <- dbConnect(duckdb(), \"{name}\", read_only = TRUE)\ndbGetQuery(connection, \"{Query}\")"),
            ("python", $"import duckdb\nconnection = duckdb.connect(\"{name}\", read_only=True)\nprint(connection.sql(\"{Query}\"))"),
        ],
        ExportFormat.Parquet =>
        [
            ("sql", Query.Replace("rpt_ranking", "'rpt_ranking.parquet'", StringComparison.Ordinal) + ";"),
            ("csharp", $$"""
                // dotnet add package DuckDB.NET.Data.Full
                using var connection = new DuckDB.NET.Data.DuckDBConnection("Data Source=:memory:");
                connection.Open();
                using var command = connection.CreateCommand();
                command.CommandText = "{{Query.Replace("rpt_ranking", "'rpt_ranking.parquet'", StringComparison.Ordinal)}}";
                using var rows = command.ExecuteReader();
                while (rows.Read())
                    Console.WriteLine($"{rows["round"]} {rows["rank"]} {rows["district"]} {rows["points"]}");
                """),
            ("r", "library(arrow)\nranking <- read_parquet(\"rpt_ranking.parquet\")\nsubset(ranking, dimension == \"total\" & rater == \"expert\")"),
            ("python", "import pandas\nranking = pandas.read_parquet(\"rpt_ranking.parquet\")\nprint(ranking.query(\"dimension == 'total' and rater == 'expert'\"))"),
        ],
        ExportFormat.Csv =>
        [
            ("sql", Query.Replace("rpt_ranking", "read_csv('rpt_ranking.csv', header = true, delim = ',', quote = '\"', types = {'round': 'varchar', 'district': 'varchar'})", StringComparison.Ordinal) + ";"),
            ("csharp", """
                foreach (var line in File.ReadLines("rpt_ranking.csv").Skip(1))
                {
                    var cells = line.Split(',');
                    if (cells[1] == "total" && cells[2] == "expert")
                        Console.WriteLine($"{cells[0]} {cells[4]} {cells[3]} {cells[7]}");
                }
                """),
            ("r", "ranking <- read.csv(\"rpt_ranking.csv\", fileEncoding = \"UTF-8-BOM\", colClasses = c(round = \"character\", district = \"character\"))\nsubset(ranking, dimension == \"total\" & rater == \"expert\")"),
            ("python", "import csv\nwith open(\"rpt_ranking.csv\", encoding=\"utf-8-sig\", newline=\"\") as file:\n    for row in csv.DictReader(file):\n        if row[\"dimension\"] == \"total\" and row[\"rater\"] == \"expert\":\n            print(row[\"round\"], row[\"rank\"], row[\"district\"], row[\"points\"])"),
        ],
        _ =>
        [
            ("r", $"library(readxl)\nranking <- read_excel(\"{name}\", sheet = \"rpt_ranking\")"),
            ("python", $"import pandas\nranking = pandas.read_excel(\"{name}\", sheet_name=\"rpt_ranking\", dtype={{\"round\": str, \"district\": str}})"),
        ],
    };
}
