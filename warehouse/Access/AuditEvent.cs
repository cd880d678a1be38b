namespace LearningCity.Warehouse.Access;

/// <summary>Something that somebody did, as it stands in the audit trail.</summary>
/// <param name="Number">From 1, without a gap.</param>
/// <param name="Who">Name of the account; <c>local</c> in local mode, <c>os:NAME</c> for a command.</param>
/// <param name="What">One of <see cref="AuditWords"/>.</param>
/// <param name="Subject">What it was done to: an account, a snapshot, a file.</param>
/// <param name="From">Address that the request came from; null for a command.</param>
/// <param name="Previous">Hash of the event before; empty for the first.</param>
/// <param name="Details">Whatever else is worth keeping.</param>
public sealed record AuditEvent(
    long Number, DateTimeOffset At, string Who, string What, string? Subject, string? From, IReadOnlyDictionary<string, string>? Details, string Previous);

/// <summary>What can stand in <see cref="AuditEvent.What"/>.</summary>
public static class AuditWords
{
    public const string SignIn = "sign-in";
    public const string SignInFailed = "sign-in-failed";
    public const string SignOut = "sign-out";
    public const string Denied = "denied";
    public const string Account = "account";
    public const string Token = "token";
    public const string Upload = "upload";
    public const string Load = "load";
    public const string Publish = "publish";
    public const string Rollback = "rollback";
    public const string Export = "export";
    public const string Sql = "sql";
    public const string Command = "command";

    public static IReadOnlyList<string> All { get; } =
        [SignIn, SignInFailed, SignOut, Denied, Account, Token, Upload, Load, Publish, Rollback, Export, Sql, Command];
}
