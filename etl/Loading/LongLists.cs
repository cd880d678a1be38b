using Dapper;
using DuckDB.NET.Data;
using LearningCity.Etl.Normalising;
using LearningCity.Etl.Readers;
using LearningCity.Etl.Recognition;

namespace LearningCity.Etl.Loading;

/// <summary>Reads long lists as sets: DuckDB reads the file, each value that occurs is judged once, and what is right stays in the database.</summary>
internal sealed class LongLists
{
    private static readonly HeadRole[] IndicatorRoles = [HeadRole.Dimension, HeadRole.Code, HeadRole.Indicator];
    private static readonly HeadRole[] PlaceRoles = [HeadRole.Round, HeadRole.District];
    private static readonly HeadRole[] WhoseRoles = [HeadRole.Rater, HeadRole.ExpertName];

    // More than any list that says one thing in a few ways.
    private const int MostValues = 1_000_000;

    // One bit each, for every unit.
    private const int MostSeats = 10_000;

    private readonly DuckDBConnection connection;
    // The unit of each place; null for one that has no row of its own.
    private readonly List<int?> units = [];
    private int indicators;
    private int whose;
    private int scores;

    public LongLists(DuckDBConnection connection)
    {
        this.connection = connection;
        connection.Execute(StagingTables.Sql("long-list/tables"));
    }

    /// <summary>Whether there are any.</summary>
    public bool Any { get; private set; }

    /// <summary>Stages a list.</summary>
    /// <returns>False, and nothing is staged, when the file is not what its first lines promised.</returns>
    public bool Stage(PlainText text, LongList list, int file, ReadLimits limits)
    {
        foreach (var key in new[] { "key_place", "key_indicator", "key_whose", "key_score" })
            connection.Execute($"delete from {key}");
        var columns = text.First.LastColumn + 1;
        try
        {
            if (ReadText(text, columns) != text.Lines - 1 || !HeadsNothingElse(list, columns) || FindValues(list) is not { } places)
                return false;
            FindRows(list, columns);
            if (Odd(columns, limits) is not { } odd || HeadsAnotherTable(odd))
                return false;
            connection.Execute("drop table lst_text");
            StageUnits(list, places, odd);
        }
        catch (DuckDBException e) when (e.Message.Contains("CSV", StringComparison.Ordinal))
        {
            return false;
        }
        finally
        {
            connection.Execute("drop table if exists lst_text; drop table if exists lst_odd");
        }
        connection.Execute("insert into lst_file values ($file, $column)", new { file, column = Cell.ColumnName(list.Points.Column) });
        return Any = true;
    }

    /// <summary>Lays open the units that something may be said of, once all files are staged.</summary>
    public void Judge()
    {
        if (!Any)
            return;
        var seats = (long)indicators * whose;
        connection.Execute(StagingTables.Sql("long-list/suspects").Replace(
            "$different",
            seats <= MostSeats ? $"bit_count(bitstring_agg(seat::integer, 0, {seats}))" : "count(distinct seat)", StringComparison.Ordinal));
    }

    /// <summary>Writes the scores of the others. The caller holds the transaction.</summary>
    public void Merge(int load)
    {
        if (Any)
            connection.Execute(StagingTables.Sql("long-list/merge"), new { load });
    }

    private long ReadText(PlainText text, int columns)
    {
        var names = Enumerable.Range(1, columns).Select(c => $"'c{c}': 'varchar'");
        connection.Execute($"""
            create or replace temp table lst_text as
            select {string.Join(", ", Enumerable.Range(1, columns).Select(c => $"coalesce(c{c}, '') as c{c}"))}
            from read_csv({Quoted(text.Path)}, auto_detect = false, header = false, skip = 1, null_padding = true, delim = {Quoted($"{text.Delimiter}")},
                quote = '"', escape = '"', new_line = '{text.LineEnd}', columns = {"{"}{string.Join(", ", names)}{"}"})
            """);
        return connection.QuerySingle<long>("select count(*) from lst_text");
    }

    /// <summary>Whether what stands in columns that are not read cannot be taken for the head of another table.</summary>
    private bool HeadsNothingElse(LongList list, int columns)
    {
        var read = PlaceRoles.Concat(IndicatorRoles).Concat(WhoseRoles).Select(list.Column).Append(list.Points.Column).ToHashSet();
        return Enumerable.Range(1, columns).Where(c => !read.Contains(c)).All(c =>
            connection.Query<string>($"select distinct c{c} from lst_text limit {MostValues}").ToList() is { Count: < MostValues } values
            && !values.Exists(LongList.MayBeHead));
    }

    /// <returns>Places by id; null when there are too many values.</returns>
    private List<PlaceFound>? FindValues(LongList list)
    {
        var places = new List<PlaceFound>();
        var keys = new List<(string Round, string District, string Framework)>();
        foreach (var (round, district) in connection.Query<(string, string)>($"select distinct {Columns(list, PlaceRoles)} from lst_text"))
        {
            if (list.Place(round, district) is not { } place)
                continue;
            places.Add(place);
            keys.Add((round, district, place.Round!.Framework));
        }
        var first = units.Count;
        StagingTables.Append(connection, "key_place", keys.Select((key, i) => (key, Id: first + i)), (row, k) => row
            .AppendValue(k.key.Round).AppendValue(k.key.District).AppendValue(k.Id).AppendValue(k.key.Framework));

        var frameworks = keys.Select(k => k.Framework).Distinct().ToList();
        var found = connection.Query<(string Dimension, string Code, string Text)>($"select distinct {Columns(list, IndicatorRoles)} from lst_text limit {MostValues}").ToList();
        if (found.Count == MostValues || found.Exists(i => LongList.MayBeHead(i.Code) || LongList.MayBeHead(i.Text)))
            return null;
        var named = frameworks.SelectMany(f => found.Select(i => (Framework: f, Said: i, Is: list.Indicator(f, i.Dimension, i.Code, i.Text))))
            .Where(i => i.Is is not null).Select(i => (i.Framework, i.Said, Is: i.Is!.Value, Id: indicators++)).ToList();
        StagingTables.Append(connection, "key_indicator", named, (row, i) => row
            .AppendValue(i.Framework).AppendValue(i.Said.Dimension).AppendValue(i.Said.Code).AppendValue(i.Said.Text).AppendValue(i.Id));
        StagingTables.Append(connection, "lst_indicator", named, (row, i) => row
            .AppendValue(i.Id).AppendValue(i.Framework).AppendValue(i.Is.Indicator).AppendValue(i.Is.Note));

        var raters = connection.Query<(string Rater, string Expert)>($"select distinct {Columns(list, WhoseRoles)} from lst_text limit {MostValues}").ToList();
        if (raters.Count == MostValues || raters.Exists(r => LongList.MayBeHead(r.Rater) || LongList.MayBeHead(r.Expert)))
            return null;
        var said = raters.Select(r => (Said: r, Is: list.Whose(r.Rater, r.Expert)))
            .Where(r => r.Is is not null).Select(r => (r.Said, Is: r.Is!.Value, Id: whose++)).ToList();
        StagingTables.Append(connection, "key_whose", said, (row, r) => row.AppendValue(r.Said.Rater).AppendValue(r.Said.Expert).AppendValue(r.Id));
        StagingTables.Append(connection, "lst_whose", said, (row, r) => row
            .AppendValue(r.Id).AppendValue(r.Is.Rater).AppendValue(r.Is.Expert).AppendValue(r.Is.Note));

        var values = connection.Query<string>($"select distinct c{list.Points.Column} from lst_text limit {MostValues}").ToList();
        if (values.Count == MostValues)
            return null;
        var read = values.Select(v => (Value: v, Read: PointsReader.Written(v))).Where(v => v.Read.Fault is null).Select(v => (v.Value, v.Read, Id: scores++)).ToList();
        StagingTables.Append(connection, "key_score", read, (row, v) => row.AppendValue(v.Value).AppendValue(v.Id));
        StagingTables.Append(connection, "lst_score", read, (row, v) => row
            .AppendValue(v.Id).AppendValue(v.Value.Trim()).AppendValue(v.Read.Points).AppendValue(Stored(v.Read.Points)).AppendValue(v.Read.Note));
        return places;
    }

    private static decimal? Stored(decimal? points) => points is { } p && Math.Abs(p) < 10_000 && Math.Round(p, 2) == p ? p : null;

    /// <summary>Rows whose values are all known go on as numbers; the others are kept as they are.</summary>
    private void FindRows(LongList list, int columns)
    {
        string Of(HeadRole role) => list.Column(role) is { } column ? $"t.c{column}" : "''";
        // More fields than the head has make a row odd as well.
        var beyond = string.Join(" and ", Enumerable.Range(list.Head.LastColumn + 1, columns - list.Head.LastColumn).Select(c => $"t.c{c} = ''"));
        connection.Execute($"""
            create or replace temp table lst_found as
            select (t.rowid + 2)::integer as source_row, case when {beyond} then p.id end as place, i.id as indicator, w.id as whose, s.id as score
            from lst_text t
            left join key_place p on p.round = {Of(HeadRole.Round)} and p.district = {Of(HeadRole.District)}
            left join key_indicator i on i.framework = p.framework and i.dimension = {Of(HeadRole.Dimension)} and i.code = {Of(HeadRole.Code)}
                and i.text = {Of(HeadRole.Indicator)}
            left join key_whose w on w.rater = {Of(HeadRole.Rater)} and w.expert = {Of(HeadRole.ExpertName)}
            left join key_score s on s.value = t.c{list.Points.Column}
            """);
        connection.Execute($"""
            create or replace temp table lst_odd as
            select t.rowid + 2 as source_row, t.*
            from lst_text t
            where t.rowid + 2 in (select source_row from lst_found where place is null or indicator is null or whose is null or score is null)
            """);
    }

    /// <returns>Null when there are more of them than a file read with care may have.</returns>
    private Grid? Odd(int columns, ReadLimits limits)
    {
        if (connection.QuerySingle<long>("select count(*) from lst_odd") * columns > limits.Cells)
            return null;
        var cells = new List<Cell>();
        using var command = connection.CreateCommand();
        command.CommandText = "select * from lst_odd order by source_row";
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            for (var column = 1; column <= columns; column++)
            {
                if (rows.GetString(column) is { Length: > 0 } text)
                    cells.Add(new((int)rows.GetInt64(0), column, text));
            }
        }
        return new(null, cells);
    }

    private static bool HeadsAnotherTable(Grid odd) => odd.Rows.Any(row => TableHeads.At(odd, row) is not null);

    /// <summary>Makes the units in the order of their first rows, as reading row by row would.</summary>
    private void StageUnits(LongList list, List<PlaceFound> places, Grid odd)
    {
        var first = units.Count;
        for (var i = 0; i < places.Count; i++)
            units.Add(null);
        var starts = new Queue<(int Place, int Row)>(connection.Query<(int, int)>("""
            select place, min(source_row) as first
            from lst_found
            where place is not null and indicator is not null and whose is not null and score is not null
            group by place
            order by first
            """));
        void Before(int row)
        {
            while (starts.TryPeek(out var next) && next.Row < row)
                units[starts.Dequeue().Place] = list.Unit(places[next.Place - first]).Id;
        }
        list.Stage(odd, Before);
        Before(int.MaxValue);
        StagingTables.Append(connection, "lst_place", Enumerable.Range(first, places.Count).Where(p => units[p] is not null), (row, p) => row
            .AppendValue(p).AppendValue(units[p]).AppendValue(places[p - first].Note));
        connection.Execute("""
            insert into lst_row
            select source_row, place, indicator, whose, score
            from lst_found
            where place is not null and indicator is not null and whose is not null and score is not null;
            drop table lst_found
            """);
    }

    private static string Columns(LongList list, IEnumerable<HeadRole> roles) =>
        string.Join(", ", roles.Select((role, i) => list.Column(role) is { } column ? $"c{column} as k{i}" : $"'' as k{i}"));

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
