namespace LearningCity.Dashboard.SqlConsole.Child;

/// <summary>A value that .NET cannot hold as it is: an infinite date inside a list, a union, a variant.</summary>
internal sealed class UnreadableValueException(string column, string type, Exception? cause) : Exception(null, cause)
{
    public string Column { get; } = column;

    public string Type { get; } = type;
}
