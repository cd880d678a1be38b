namespace LearningCity.Dashboard.Hosting;

/// <summary>What the dashboard says before it stops: Chinese, English and the exit code.</summary>
public sealed record Stop(int ExitCode, string Zh, string En);

/// <summary>Sentences to the person at the console, Chinese first.</summary>
public static class Sentences
{
    /// <summary>Wrong usage: an option or address that cannot be taken.</summary>
    public const int WrongUsage = 2;

    /// <summary>Prints why the dashboard stops and returns the exit code.</summary>
    public static int Say(Stop stop)
    {
        var to = stop.ExitCode == 0 ? Console.Out : Console.Error;
        to.WriteLine(stop.Zh);
        to.WriteLine(stop.En);
        return stop.ExitCode;
    }
}
