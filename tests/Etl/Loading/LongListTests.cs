using System.Text;
using LearningCity.Etl.Loading;
using LearningCity.Etl.Readers;

namespace LearningCity.Etl.Tests.Loading;

/// <summary>A long list is read as a set; each test holds what came of it against the same file read row by row.</summary>
public sealed class LongListTests
{
    private static readonly ReadLimits AsSet = new(LongList: 0);

    // What is read as a set is never read as a whole: with this, a file that falls back is refused.
    private static readonly ReadLimits AsSetAlone = new(LongList: 0, FileBytes: 1);
    private static readonly ReadLimits RowByRow = new(LongList: long.MaxValue);

    private const string Head = "round,district,indicator,rater,expert,points\n";

    private const string Right = """
        2024,110101,F1,self,,4
        2024,110101,F1,expert,E01,3.5
        2024,110101,F1,expert,E02,4
        2024,110101,F1,expert,,3.7
        2024,110102,F1,self,,5

        """;

    private const string Other = """
        2024,110105,F2,self,,4.5
        2024,110105,F2,expert,,4.25

        """;

    public static TheoryData<string, bool, string> Lists => new()
    {
        { "right", true, Head + Right + Other },
        { "the last line without an end", true, (Head + Right + Other).TrimEnd('\n') },
        { "line ends of Windows", true, (Head + Right + Other).ReplaceLineEndings("\r\n") },
        { "a byte order mark", true, "\uFEFF" + Head + Right },
        { "Chinese heads and names", true, "评估轮次,区,指标,评分方,专家,得分\n2024年,通州,F1,自评,,４.５分\n2024,通州区,F1,专家,E01,4\n2024,通 州 区,F1,专家,E02,4.50\n" },
        { "a panel list", true, "round,district,indicator,expert,points\n2024,110101,F1,E01,4\n2024,110101,F1,E02,5\n2024,110101,F2,,5\n" },
        { "semicolons", true, (Head + Right).Replace(',', ';') },
        { "quoted fields", true, Head + "\"2024\",\"110101\",\"F1\",\"self\",\"\",\"4\"\n2024,110101,F2,\"self\",,4\n" },
        { "a quoted comma", true, "round,district,indicator,rater,expert,points,remark\n2024,110101,F1,self,,4,\"good, mostly\"\n2024,110101,F2,self,,4,\n" },
        { "a quoted line end", false, "round,district,indicator,rater,expert,points,remark\n2024,110101,F1,self,,4,\"good,\nmostly\"\n2024,110101,F2,self,,4,\n" },
        { "a doubled quote", false, "round,district,indicator,rater,expert,points,remark\n2024,110101,F1,self,,4,\"a \"\"b\"\"\"\n2024,110101,F2,self,,4,\n" },
        { "an open quote", false, Head + Right + "2024,110105,F2,self,,\"4\n" },
        { "a blank line", false, Head + Right + "\n" + Other },
        { "a line of commas", true, Head + Right + ",,,,,\n" + Other },
        { "a line of spaces", true, Head + Right + "  \n" + Other },
        { "fewer fields", true, Head + Right + "2024,110105,F2\n2024,110106,F2,self\n" },
        { "one field too many", true, Head + Right + "2024,110105,F2,self,,4,5\n" + Other },
        { "many fields too many", false, Head + Right + "2024,110105,F2,self,,4,5,6,7,8\n" + Other },
        { "an empty field too many", true, Head + Right + "2024,110105,F2,self,,4,\n" + Other },
        { "no number", true, Head + Right + "2024,110105,F1,self,,four\n" + Other },
        { "a circled number", true, Head + Right + "2024,110105,F1,self,,⑤\n" + Other },
        { "too many decimals", true, Head + Right + "2024,110105,F1,self,,4.125\n" + Other },
        { "a third decimal that is nothing", true, Head + Right + "2024,110105,F1,self,,4.500\n" + Other },
        { "below zero", true, Head + Right + "2024,110105,F1,self,,-1\n" + Other },
        { "above the max points", true, Head + Right + "2024,110105,F1,self,,99\n" + Other },
        { "blank points", true, Head + Right + "2024,110105,F1,self,,\n2024,110105,F1,expert,,—\n" + Other },
        { "nothing but blank points", true, Head + "2024,110105,F1,self,,\n2024,110105,F1,expert,,缺\n" },
        { "the same score twice", true, Head + Right + Other + "2024,110101,F1,self,,4\n" },
        { "the same score written differently", true, Head + Right + Other + "2024年,东城区,f1,自评,,4.0\n" },
        { "two values of one score", true, Head + Right + Other + "2024,110101,F1,self,,4.5\n" },
        { "an unknown district", true, Head + Right + "2024,999999,F1,self,,4\n" + Other },
        { "an unknown district far from itself", true, Head + "2024,999999,F1,self,,4\n" + Right + "2024,999999,F2,self,,4\n" + Other },
        { "no district", true, Head + Right + "2024,,F1,self,,4\n" + Other },
        { "an unknown round", true, Head + Right + "1999,110105,F1,self,,4\n" + Other },
        { "an unknown indicator", true, Head + Right + "2024,110105,F99,self,,4\n" + Other },
        { "a slip in the text of an indicator", true, Head + Right + "2024,110105,建立健全党委领导、政府统筹、部门联动、社会参与、终身学习的工作机制,self,,4\n" + Other },
        { "an unknown rater", true, Head + Right + "2024,110105,F1,boss,,4\n" + Other },
        { "a self score of an expert", true, Head + Right + "2024,110105,F1,self,E01,4\n" + Other },
        { "no expert in a panel list", true, "round,district,indicator,expert,points\n2024,110101,F1,E01,4\n2024,110102,F1,,5\n" },
        { "a sum", true, Head + Right + "2024,110105,合计,self,,4\n" + Other + ",合计,,,,8.75\n" },
        { "a signature", true, Head + Right + Other + "制表人：张三,,,,,\n" },
        { "the head again", false, Head + Right + Head + Other },
        { "another table", false, Head + Right + "round,district,indicator,expert,points\n2024,110106,F1,E01,4\n" },
        { "a line above", false, "得分清单\n" + Head + Right },
        { "two columns of points", false, "round,district,indicator,self,expert\n2024,110101,F1,4,3\n2024,110102,F1,4,3\n" },
        { "a consolidated score far from its experts", true, Head + Right + "2024,110105,F1,expert,E01,1\n2024,110105,F1,expert,E02,2\n2024,110105,F1,expert,,4\n" },
        { "a consolidated score just near enough", true, Head + "2024,110105,F1,expert,E01,1.5\n2024,110105,F1,expert,E02,2\n2024,110105,F1,expert,,1.8\n" },
        { "a consolidated score just too far", true, Head + "2024,110105,F1,expert,E01,1.5\n2024,110105,F1,expert,E02,2\n2024,110105,F1,expert,,1.81\n" },
        { "two frameworks' rounds", true, Head + Right + "2023,110101,F1,self,,4\n2025,110101,F7,self,,4\n" },
        { "a formula's look", true, Head + Right + "2024,110105,F1,self,,=1+1\n" + Other },
        { "an unread column with a head's word", false, "round,district,indicator,rater,expert,points,remark\n2024,110101,F1,expert,E01,4,编号\n2024,110101,F2,self,,4,\n" },
        { "control characters", false, Head + Right + "2024,110105,F1,self,,4\u0001\n" },
        { "nothing", false, "" },
        { "a head alone", true, Head },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_list_gives_the_same_as_a_set_and_row_by_row(string what, bool isSet, string text) =>
        Same(what, [Encoding.UTF8.GetBytes(text)], isSet: isSet);

    [Fact]
    public void A_faulty_list_gives_the_same_good_scores_where_those_are_taken()
    {
        var text = Head + Right + Other + "2024,110105,F1,self,,four\n2024,110105,F3,self,,99\n2024,110106,F1,boss,,4\n2024,110106,F2,self,,4\n2024,110101,F1,self,,4.5\n";
        Same("partial", [Encoding.UTF8.GetBytes(text)], isSet: true, partial: true);
    }

    [Fact]
    public void Lists_in_other_encodings_give_the_same()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = "评估轮次,区,指标,评分方,专家,得分\n2024,通州区,F1,自评,,4.5\n";
        foreach (var encoding in new[] { Encoding.GetEncoding("GB18030"), Encoding.Unicode, Encoding.BigEndianUnicode })
            Same(encoding.WebName, [[.. encoding.GetPreamble(), .. encoding.GetBytes(text)]]);
        Same("ambiguous", [[.. Encoding.UTF8.GetBytes(Head + "2024,110101,F1,expert,"), 0xD0, 0xC7, .. ",4\n"u8]]);
        Same("broken", [[.. Encoding.UTF8.GetBytes(Head + "2024,110101,F1,expert,"), 0xE4, 0xB8, .. ",4\n"u8]]);
    }

    [Fact]
    public void Two_lists_in_one_load_are_held_against_each_other_as_two_files_are()
    {
        Same("two lists", [Encoding.UTF8.GetBytes(Head + Right + Other), Encoding.UTF8.GetBytes(Head + "2024,110101,F1,self,,4.5\n2024,110102,F1,self,,5\n2024,110106,F1,self,,5\n")], isSet: true);
    }

    [Fact]
    public void A_list_corrects_what_is_in_the_store_and_keeps_what_was()
    {
        var first = Encoding.UTF8.GetBytes(Head + Right + Other);
        var second = Encoding.UTF8.GetBytes(Head + Right.Replace("self,,4", "self,,4.5", StringComparison.Ordinal) + "2024,110105,F2,self,,\n2024,110106,F1,self,,5\n");
        Same("a correction", [first], isSet: true, then: [second]);
        Same("the same again", [first], isSet: true, then: [first]);
        Same("back to the first", [first], isSet: true, then: [second, first]);
    }

    [Fact]
    public void A_long_list_needs_no_more_than_its_faulty_rows_to_be_looked_at_one_by_one()
    {
        var text = new StringBuilder(Head);
        foreach (var district in new[] { "110101", "110102", "110105", "110106" })
            foreach (var indicator in Enumerable.Range(1, 7))
                foreach (var expert in Enumerable.Range(1, 40))
                    text.Append(System.Globalization.CultureInfo.InvariantCulture, $"2024,{district},F{indicator},expert,E{expert:00},{(expert % 4) + 1}\n");
        text.Append("2024,110106,F1,self,,none\n");
        using var bench = new Bench();
        var path = bench.Write("long.csv", text.ToString());
        // The limit of what is read with care is far below what the list holds.
        var limits = new ReadLimits(Cells: 200);
        var result = bench.Load(new LoadRequest([path]) { NoPublish = true, Limits = limits with { LongList = 0 } });
        result.Counts.Added.ShouldBe(3 * 7 * 40);
        result.Faults.Where(f => f.Rejects).ShouldHaveSingleItem().Row.ShouldBe(1122);
        bench.Load(new LoadRequest([bench.Write("again.csv", text.ToString())]) { NoPublish = true, Limits = limits with { LongList = long.MaxValue } })
            .Faults.ShouldHaveSingleItem().Rule.ShouldBe("file-too-many-cells");
        Directory.GetFiles(bench.Data.Archive).Select(File.ReadAllText).ShouldContain(text.ToString());
    }

    private static void Same(string what, byte[][] files, bool isSet = false, bool partial = false, byte[][]? then = null)
    {
        var set = Told(files, then ?? [], partial, isSet ? AsSetAlone : AsSet);
        var rows = Told(files, then ?? [], partial, RowByRow);
        set.ShouldBe(rows, what);
    }

    private static List<string> Told(byte[][] files, byte[][] then, bool partial, ReadLimits limits)
    {
        using var bench = new Bench();
        var told = new List<string>();
        Load([.. files.Select((bytes, i) => bench.Write($"list{i}.csv", bytes))]);
        for (var i = 0; i < then.Length; i++)
            Load(bench.Write($"then{i}.csv", then[i]));
        told.AddRange(bench.Query<string>("""
            from (select to_json(s)::varchar from fct_score s order by all)
            union all
            from (select to_json(s)::varchar from (select * exclude (ended_at) from hst_score) s order by all)
            union all
            from (select to_json(s)::varchar from cnf_score s order by all)
            union all
            from (select to_json(s)::varchar from log_rejected_row s order by all)
            """));
        return told;

        void Load(params string[] paths)
        {
            var result = bench.Load(new LoadRequest(paths) { NoPublish = true, Partial = partial, Limits = limits });
            told.Add(result.Counts.ToString());
            told.AddRange(result.Files.Select(f => (f with { Path = "" }).ToString()));
            told.AddRange(result.Units.Select(u => u.ToString()));
            told.AddRange(result.Faults.Select(f => f.ToString()));
        }
    }
}
