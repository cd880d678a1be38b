namespace LearningCity.Dashboard.Components.Layout;

/// <summary>Commands that pages tell people to type.</summary>
public static class Commands
{
    public const string Load = "dotnet run --project etl -- load FOLDER";

    public const string Template = "dotnet run --project etl -- template OUT --round 2026";
}
