using LearningCity.Etl.Readers;

namespace LearningCity.Etl.Recognition;

/// <summary>A file whose grids are to be recognised.</summary>
/// <param name="Number">Number of the file within the load, from 1.</param>
/// <param name="Name">File name with extension.</param>
/// <param name="Folders">Names of the folders it lies in that may say something, nearest last.</param>
public sealed record SourceGrids(int Number, string Name, IReadOnlyList<string> Folders, IReadOnlyList<Grid> Grids);

/// <summary>What the person who loads says of all files.</summary>
public sealed record PlaceOptions(string? Round = null, string? District = null);
