namespace LearningCity.Etl.Commands;

/// <summary>Exit codes of design §4.</summary>
public static class ExitCodes
{
    public const int Done = 0;
    public const int SomeRejected = 1;
    public const int WrongUsage = 2;
    public const int NothingPublished = 3;
    public const int InUse = 4;
}
