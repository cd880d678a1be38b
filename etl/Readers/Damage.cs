using LearningCity.Etl.Validation;

namespace LearningCity.Etl.Readers;

/// <summary>What may be wrong inside a damaged file, in words.</summary>
internal static class Damage
{
    public static readonly Wording Zip = new("压缩数据有误", "its compressed data are broken");
    public static readonly Wording Content = new("内部结构有误", "its inner structure is broken");
    public static readonly Wording Workbook = new("工作簿记录有误", "its workbook records are broken");
    public static readonly Wording Sectors = new("内部扇区链有误", "its chain of sectors is broken");
    public static readonly Wording Texts = new("共用文本表有误", "its table of shared texts is broken");
    public static readonly Wording Cells = new("单元格的位置互相矛盾", "the places of its cells contradict each other");
    public static readonly Wording Nesting = new("表格嵌套过深", "its tables are nested too deeply");

    /// <summary>A part of the package that is not there.</summary>
    public static Wording Part(string name) => new($"缺少内部文件“{name}”", $"its part '{name}' is missing");
}
