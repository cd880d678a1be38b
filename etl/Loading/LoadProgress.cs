namespace LearningCity.Etl.Loading;

/// <summary>The steps of a load, in order; each is announced before it is taken.</summary>
public enum LoadStep
{
    Open,
    Read,
    Stage,
    Validate,
    Archive,
    Begin,
    Merge,
    Log,
    Commit,
    Publish,
    Done,
}

/// <summary>How far a load is.</summary>
/// <param name="Done">Files read so far.</param>
/// <param name="Files">Files in all.</param>
/// <param name="Detail">The file being read, or the step of the publication.</param>
public sealed record LoadProgress(LoadStep Step, int Done, int Files, string Detail = "");
