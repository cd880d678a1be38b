namespace LearningCity.Warehouse.Exports;

/// <summary>In what form a snapshot is taken away.</summary>
public enum ExportFormat
{
    /// <summary>One .parquet a table.</summary>
    Parquet,

    /// <summary>One .csv a table, UTF-8 with a byte order mark so that Excel reads it.</summary>
    Csv,

    /// <summary>One workbook, a sheet a table.</summary>
    Xlsx,

    /// <summary>The published file itself.</summary>
    Snapshot,
}
