using System.Collections.Frozen;
using static LearningCity.Etl.Validation.Scope;
using static LearningCity.Etl.Validation.Severity;

namespace LearningCity.Etl.Validation;

/// <summary>Every rule of the loader: name, severity, scope and words. The loader, <c>etl rules</c> and the methods page read this table.</summary>
public static class Rules
{
    // Files that are not read, and what to do instead.
    public static readonly Rule FileTooLarge = new("file-too-large", Reject, WholeFile,
        "文件超过 {detail} 的上限。请拆分后再报送，或在装载时调高上限（--max-mb）",
        "The file is larger than {detail}. Split it, or raise the limit when loading (--max-mb)");

    public static readonly Rule FileEmpty = new("file-empty", Reject, WholeFile,
        "文件是空的（0 字节）。请重新导出或重新发送", "The file is empty (0 bytes). Export or send it again");

    public static readonly Rule FilePdf = new("file-pdf", Reject, WholeFile,
        "这是 PDF，无法可靠地读取分数。请报送填好的 Excel（.xlsx）或 Word（.docx）原件",
        "This is a PDF; scores cannot be read from it reliably. Send the filled Excel (.xlsx) or Word (.docx) original");

    public static readonly Rule FileImage = new("file-image", Reject, WholeFile,
        "这是图片或扫描件，无法可靠地读取分数。请报送填好的 Excel（.xlsx）或 Word（.docx）原件",
        "This is a picture or a scan; scores cannot be read from it reliably. Send the filled Excel (.xlsx) or Word (.docx) original");

    public static readonly Rule FileDoc = new("file-doc", Reject, WholeFile,
        "这是旧版 Word（.doc）、WPS 文字（.wps）或 RTF 文件。请用 Word 或 WPS 打开，另存为 .docx 后再报送",
        "This is an old Word (.doc), WPS Writer (.wps) or RTF file. Open it in Word or WPS, save it as .docx and send that");

    public static readonly Rule FileOpenDocument = new("file-opendocument", Reject, WholeFile,
        "这是 OpenDocument 文件（.ods、.odt）。请在原软件中另存为 .xlsx 或 .docx 后再报送",
        "This is an OpenDocument file (.ods, .odt). Save it as .xlsx or .docx and send that");

    public static readonly Rule FileEncrypted = new("file-encrypted", Reject, WholeFile,
        "文件设有打开密码。请取消密码后另存，再报送", "The file is protected by a password. Save it without one and send that");

    public static readonly Rule FileMacro = new("file-macro", Reject, WholeFile,
        "文件带有宏，出于安全不予读取。请另存为不带宏的 .xlsx 或 .docx 后再报送",
        "The file carries macros and is not read, for safety. Save it as .xlsx or .docx without macros and send that");

    public static readonly Rule FileBinaryWorkbook = new("file-binary-workbook", Reject, WholeFile,
        "这是二进制工作簿（.xlsb）。请另存为 .xlsx 后再报送", "This is a binary workbook (.xlsb). Save it as .xlsx and send that");

    public static readonly Rule FileArchive = new("file-archive", Reject, WholeFile,
        "这是压缩包。请先解压，再装载其中的文件或文件夹", "This is an archive. Unpack it and load the files or the folder");

    public static readonly Rule FileWebPage = new("file-web-page", Reject, WholeFile,
        "这是网页或 XML 文本（有的系统会以 .xls 为名导出）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再报送",
        "This is a web page or XML text (some systems export it under the name .xls). Open it in Excel or WPS, save it as .xlsx and send that");

    public static readonly Rule FileDtd = new("file-dtd", Reject, WholeFile,
        "文件内含 XML 文档类型定义（DTD），出于安全不予读取。请在 Excel 或 Word 中重新另存",
        "The file contains an XML document type definition (DTD) and is not read, for safety. Save it afresh in Excel or Word");

    public static readonly Rule FileZipBomb = new("file-zip-bomb", Reject, WholeFile,
        "文件解压后大得不合常理，已停止读取。请在 Excel 或 Word 中重新另存",
        "The file unpacks to an implausible size and was not read further. Save it afresh in Excel or Word");

    public static readonly Rule FileTooManyCells = new("file-too-many-cells", Reject, WholeFile,
        "文件中的单元格超过 {detail} 个。请删去多余的行列，或改用 CSV",
        "The file holds more than {detail} cells. Delete what is not needed, or use CSV");

    public static readonly Rule FileDamaged = new("file-damaged", Reject, WholeFile,
        "文件已损坏，无法读取（{detail}）。请打开检查并重新另存后再报送",
        "The file is damaged and cannot be read ({detail}). Open it, check it, save it afresh and send that");

    public static readonly Rule FileUnknown = new("file-unknown", Reject, WholeFile,
        "认不出是什么文件。可以读取的有：.xlsx、.xls、.docx、.csv",
        "Not a kind of file that is known here. What can be read: .xlsx, .xls, .docx, .csv");

    public static readonly Rule FileUnreadable = new("file-unreadable", Reject, WholeFile,
        "无法打开文件（{detail}）。请检查权限，或文件是否正被占用", "The file could not be opened ({detail}). Check its permissions and whether it is in use");

    public static readonly Rule FileEncoding = new("file-encoding", Reject, WholeFile,
        "文本编码既不是 UTF-8、带 BOM 的 UTF-16，也不是 GB18030。请另存为“CSV UTF-8”后再报送",
        "The text is neither UTF-8, UTF-16 with BOM nor GB18030. Save it as 'CSV UTF-8' and send that");

    public static readonly Rule FileEncodingAmbiguous = new("file-encoding-ambiguous", Reject, WholeFile,
        "这段文本按 UTF-8 和按 GB18030 都读得通，但字不相同（{detail}），不作猜测。请另存为“CSV UTF-8”（带 BOM）后再报送",
        "The text can be read as UTF-8 and as GB18030, with different characters ({detail}); no guess is made. Save it as 'CSV UTF-8' (with BOM) and send that");

    public static readonly Rule FileQuotes = new("file-quotes", Reject, WholeFile,
        "CSV 中引号不成对（{detail}）。请用 Excel 或 WPS 重新导出", "The quotes of the CSV do not match ({detail}). Export it afresh from Excel or WPS");

    public static readonly Rule NoTable = new("no-table", Reject, WholeFile,
        "没有找到评估表：需要有“二级指标”和“自评分”或“专家评分”的表头，或评分清单的表头（评估轮次、区、指标、专家、得分）",
        "No table of scores found: it needs the heads 'indicator' and 'self score' or 'expert score', or the heads of a list (round, district, indicator, expert, points)");

    // Place: which district, which round.
    public static readonly Rule DistrictMissing = new("district-missing", Reject, Unit,
        "没有写明是哪个区。请在表上方写“被评区：××区”，或写在工作表名、文件名、文件夹名中，或装载时加 --district",
        "It is not said which district this is. Write 'District: …' above the table, or name the sheet, file or folder after it, or load with --district");

    public static readonly Rule DistrictUnknown = new("district-unknown", Reject, Unit,
        "“{value}”不是目录中的区（{detail}）。已列入待核清单，不并入任何区",
        "'{value}' is no district of the catalog ({detail}). It is listed for review and merged with none");

    public static readonly Rule RoundMissing = new("round-missing", Reject, Unit,
        "没有写明评估轮次。请在表上方写“评估轮次：2024年”，或写在工作表名、文件名、文件夹名中，或装载时加 --round",
        "It is not said which round this is. Write 'Round: 2024' above the table, or name the sheet, file or folder after it, or load with --round");

    public static readonly Rule RoundUnknown = new("round-unknown", Reject, Unit,
        "评估轮次“{value}”没有登记（{detail}）。请先用 round add 登记，或更正轮次",
        "The round '{value}' is not registered ({detail}). Register it with round add, or correct it");

    public static readonly Rule PlaceDisagrees = new("place-disagrees", Reject, Unit,
        "所属不一致：{detail}。请改成一致后再报送", "The place is said in ways that disagree: {detail}. Make them agree and send it again");

    public static readonly Rule WrongFramework = new("wrong-framework", Reject, Unit,
        "表中指标属于指标体系“{value}”，而该轮次用的是 {expected}", "The indicators are those of framework '{value}'; the round is scored on {expected}");

    public static readonly Rule RaterUnknown = new("rater-unknown", Reject, Unit,
        "“{value}”一列没有说明是谁评的分。请写“自评分”“专家评分”或专家代号",
        "The column '{value}' does not say whose scores it holds. Head it 'self score', 'expert score' or with the name of the expert");

    public static readonly Rule HeadTwice = new("head-twice", Reject, Unit,
        "表头“{value}”出现了两次，不知道以哪一列为准", "The head '{value}' appears twice; it is not clear which column counts");

    // Rows and indicators.
    public static readonly Rule IndicatorUnknown = new("indicator-unknown", Reject, Cell,
        "这一行有分数，但认不出是哪个二级指标：“{value}”", "This row holds scores, but its indicator is not known: '{value}'");

    public static readonly Rule IndicatorConflict = new("indicator-conflict", Reject, Cell,
        "这一行说了两个不同的指标：{detail}", "This row names two indicators: {detail}");

    public static readonly Rule IndicatorMissing = new("indicator-missing", Reject, Indicator,
        "缺少二级指标 {expected} 一行。表必须保留全部指标行，没有分数就留空",
        "The row of indicator {expected} is missing. A form keeps all its rows; leave a score blank where there is none");

    public static readonly Rule MaxPointsDiffer = new("max-points-differ", Reject, Indicator,
        "分值写的是“{value}”，指标体系规定为 {expected}", "The max points are '{value}'; the framework says {expected}");

    public static readonly Rule TextSlip = new("text-slip", Warn, Cell,
        "指标原文与官方文本略有出入，按 {expected} 接收：{detail}", "The text of the indicator differs slightly from the official one; taken as {expected}: {detail}");

    public static readonly Rule MethodsDiffer = new("methods-differ", Warn, Cell,
        "“{detail}”一栏的勾选与指标体系不同：{expected}", "The tick under {detail} differs from the framework: it {expected}");

    public static readonly Rule RowTooLong = new("row-too-long", Reject, Cell,
        "这一行比表头多出一格（“{value}”），各格对不上表头。含逗号的内容请加引号",
        "This row has more fields than the head ('{value}'), so they do not line up. Quote what contains a comma");

    public static readonly Rule ExpertMissing = new("expert-missing", Reject, Cell,
        "没有写明专家代号或姓名", "The expert is not named");

    public static readonly Rule RaterInvalid = new("rater-invalid", Reject, Cell,
        "评分方“{value}”应为 self（自评）或 expert（专家）{detail}", "The rater '{value}' should be self or expert{detail}");

    // One score.
    public static readonly Rule NotANumber = new("not-a-number", Reject, Cell,
        "“{value}”不是一个确定的分数。请填数字，没有分数就留空", "'{value}' is not one definite score. Enter a number, or leave it blank where there is none");

    public static readonly Rule ErrorValue = new("error-value", Reject, Cell,
        "单元格是错误值“{value}”。请修正公式或直接填数字", "The cell is the error '{value}'. Mend the formula or enter the number");

    public static readonly Rule FormulaWithoutValue = new("formula-without-value", Reject, Cell,
        "单元格是公式，但文件中没有计算结果。请在 Excel 或 WPS 中打开并保存，或直接填数字",
        "The cell is a formula whose result is not in the file. Open and save it in Excel or WPS, or enter the number");

    public static readonly Rule HiddenScore = new("hidden-score", Reject, Cell,
        "分数“{value}”在隐藏的行、列、工作表或隐藏文字中。请取消隐藏并核对", "The score '{value}' is in a hidden row, column, sheet or text. Unhide and check it");

    public static readonly Rule MergedScore = new("merged-score", Reject, Cell,
        "分数“{value}”所在的合并单元格跨了几行或几列，不知道属于哪一格。请取消合并并逐格填写",
        "The score '{value}' stands in a cell merged over several; it is not clear which it belongs to. Unmerge and fill each cell");

    public static readonly Rule ShownDiffers = new("shown-differs", Reject, Cell,
        "单元格的值是“{value}”，显示的却是“{expected}”。请改成所要的分数", "The cell holds '{value}' but shows '{expected}'. Enter the score that is meant");

    public static readonly Rule TooManyDecimals = new("too-many-decimals", Reject, Cell,
        "“{value}”超过两位小数", "'{value}' has more than two decimals");

    public static readonly Rule BelowZero = new("below-zero", Reject, Cell, "“{value}”小于 0", "'{value}' is below 0");

    public static readonly Rule AboveMax = new("above-max", Reject, Cell,
        "“{value}”超过该指标的分值 {expected}", "'{value}' is above the max points of its indicator, {expected}");

    public static readonly Rule ConflictingCells = new("conflicting-cells", Reject, Cell,
        "同一得分在本表中有不同的值：{detail}", "The same score has different values in this table: {detail}");

    public static readonly Rule ConflictingUnits = new("conflicting-units", Reject, Cell,
        "同一得分在本次装载的另一处有不同的值：{detail}。两处都退回，请核对后只报送正确的一份",
        "The same score has another value elsewhere in this load: {detail}. Both come back; send only the right one");

    public static readonly Rule DuplicateIdentical = new("duplicate-identical", Note, Cell,
        "同一得分重复出现，值相同：{detail}", "The same score appears again, with the same value: {detail}");

    // Sums and means.
    public static readonly Rule TotalDiffers = new("total-differs", Reject, Rater,
        "合计写的是“{value}”，各项之和是 {expected}（{detail}）", "The total says '{value}'; the scores add up to {expected} ({detail})");

    public static readonly Rule TotalMissing = new("total-missing", Warn, Rater,
        "合计没有值（{detail}），各项之和是 {expected}", "The total has no value ({detail}); the scores add up to {expected}");

    public static readonly Rule PanelMeanDiffers = new("panel-mean-differs", Warn, Cell,
        "专家组综合分“{value}”与各专家平均分 {expected} 相差超过 0.05，以综合分为准",
        "The consolidated score of the panel, '{value}', differs from the mean of its experts, {expected}, by more than 0.05; the consolidated one counts");

    // What else should be known.
    public static readonly Rule ColumnNotRead = new("column-not-read", Warn, Unit,
        "“{value}”一列有内容但未读取（{detail}）", "The column '{value}' holds something but was not read ({detail})");

    public static readonly Rule ExpertsNumbered = new("experts-numbered", Note, Unit,
        "工作表“{value}”没有写明专家，按顺序记为 {expected}", "The sheet '{value}' names no expert; taken in order as {expected}");

    public static readonly Rule BlankKeepsValue = new("blank-keeps-value", Note, Cell,
        "此处空缺，已有得分 {expected} 保持不变", "Blank here; the score in force, {expected}, stays as it is");

    public static readonly Rule OlderFileAgain = new("older-file-again", Warn, Unit,
        "此文件曾在批次 {detail} 装载，其中有得分后来已被更正；本次又按此文件改回",
        "This file was loaded before, in load {detail}, and some of its scores were corrected since; they are now set back to it");

    // Who sends it.
    public static readonly Rule NotYourDistrict = new("not-your-district", Reject, Unit,
        "这是“{value}”的表，而报送的是{expected}。各区只报送本区的自评分", "This is the form of '{value}'; it was sent by {expected}. A district sends its own self scores only");

    public static readonly Rule NotYourScore = new("not-your-score", Reject, Rater,
        "这里有专家评分“{value}”。各区只报送本区的自评分，请将专家评分留空", "There is an expert score here, '{value}'. A district sends its own self scores only; leave the experts' blank");

    /// <summary>All rules, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<Rule> All =
    [
        .. typeof(Rules).GetFields().Where(field => field.FieldType == typeof(Rule)).OrderBy(field => field.MetadataToken)
            .Select(field => (Rule)field.GetValue(null)!),
    ];

    private static readonly FrozenDictionary<string, Rule> ByName = All.ToFrozenDictionary(rule => rule.Name);

    public static Rule Named(string name) => ByName[name];
}
