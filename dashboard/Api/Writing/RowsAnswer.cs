namespace LearningCity.Dashboard.Api.Writing;

/// <summary>What every route with rows answers with.</summary>
/// <param name="Snapshot">Id of the snapshot that was asked.</param>
/// <param name="Sample">Whether the scores are the synthetic sample data (示例数据).</param>
/// <param name="Round">The round that the rows speak of; null where they span rounds.</param>
/// <param name="Total">Number of rows in all; a page may hold fewer.</param>
/// <param name="Page">Number of this page, from 1.</param>
/// <param name="PageSize">Most rows that a page holds.</param>
/// <param name="Rows">The rows of this page.</param>
public sealed record RowsAnswer<TRow>(
    string Snapshot, bool Sample, string? Round, int Total, int Page, int PageSize, IReadOnlyList<TRow> Rows);
