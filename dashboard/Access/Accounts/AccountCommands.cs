using System.CommandLine;
using System.Globalization;
using LearningCity.Etl.Commands;
using LearningCity.Warehouse.Access;
using Microsoft.AspNetCore.Identity;

namespace LearningCity.Dashboard.Access.Accounts;

/// <summary><c>dotnet run --project dashboard -- account …</c>: accounts from the command line of the server, beside a running dashboard too.</summary>
public static class AccountCommands
{
    public const string Verb = "account";

    private const int NotDone = 1;

    private static readonly Argument<string> Name = new("NAME") { Description = "账号名 | Name of the account" };

    private static readonly Option<string> RoleOption = new("--role") { Description = "leader、researcher、steward 或 district:区代码 | leader, researcher, steward or district:CODE", HelpName = "ROLE", Required = true };

    private static readonly Option<string> Label = new("--label") { Description = "令牌用途 | What the token is for", DefaultValueFactory = _ => "" };

    private static readonly Option<string[]> Scope = new("--scope") { Description = "read、sql、upload | read, sql, upload", DefaultValueFactory = _ => [Scopes.Read], AllowMultipleArgumentsPerToken = true };

    private static readonly Option<int> Days = new("--days") { Description = "有效天数 | Days until it ends", DefaultValueFactory = _ => 90 };

    private static readonly Argument<string> Token = new("TOKEN") { Description = "令牌编号（见 list）| Id of the token (see list)" };

    /// <param name="input">Where a password is read from; the console by default.</param>
    /// <returns>0 done, 1 not done and why, 2 wrong usage.</returns>
    public static int Run(string[] args, TextReader? input = null, TextWriter? output = null, TextWriter? error = null) =>
        CommandLine.Run(CommandLine.Root("学习型城市示范区评估：账号 | Learning-city evaluation: accounts", Create(input)), args, output, error);

    private static Command Create(TextReader? input) => new(Verb, "账号管理 | Accounts")
    {
        Deed("add", "新建账号（密码从标准输入读取）| Add an account; the password is read from standard input", [Name, RoleOption],
            (p, s, desk) => desk.AddAsync(p.GetValue(Name)!, RoleOf(p), Password(s, input))),
        Deed("role", "改变角色 | Change the role", [Name, RoleOption], (p, _, desk) => desk.RoleAsync(p.GetValue(Name)!, RoleOf(p))),
        Deed("password", "重设密码并解锁 | Set the password and unlock", [Name], (p, s, desk) => desk.PasswordAsync(p.GetValue(Name)!, Password(s, input))),
        Deed("disable", "停用 | Disable", [Name], (p, _, desk) => desk.DisableAsync(p.GetValue(Name)!, true)),
        Deed("enable", "启用 | Enable", [Name], (p, _, desk) => desk.DisableAsync(p.GetValue(Name)!, false)),
        Deed("sign-out", "结束其全部会话 | End all of its sessions", [Name], (p, _, desk) => desk.SignOutEverywhereAsync(p.GetValue(Name)!)),
        Deed("token", "新建个人令牌，只显示一次 | Make a personal token, shown once", [Name, Label, Scope, Days], MakeTokenAsync),
        Deed("revoke", "撤销令牌 | Revoke a token", [Name, Token], (p, _, desk) => desk.RevokeAsync(p.GetValue(Name)!, p.GetValue(Token)!)),
        List(),
    };

    private static Command Deed(string name, string description, Symbol[] takes, Func<ParseResult, Session, AccountDesk, Task<IdentityResult>> act)
    {
        var command = new Command(name, description);
        foreach (var symbol in takes)
        {
            if (symbol is Argument argument)
                command.Arguments.Add(argument);
            else
                command.Options.Add((Option)symbol);
        }

        // It keeps its own record; the loader's commands keep theirs.
        command.Do((parsed, session) => RunAsync(name, parsed, session, act).GetAwaiter().GetResult(), _ => false);
        return command;
    }

    private static async Task<int> RunAsync(string name, ParseResult parsed, Session session, Func<ParseResult, Session, AccountDesk, Task<IdentityResult>> act)
    {
        await using var services = Services(session);
        await using var scope = services.CreateAsyncScope();
        var result = await act(parsed, session, scope.ServiceProvider.GetRequiredService<AccountDesk>());
        if (!result.Succeeded)
        {
            foreach (var fault in result.Errors)
            {
                var (zh, en) = AccountFaults.Say(fault.Code) ?? ($"没有完成（{fault.Code}）。", $"Not done ({fault.Code}).");
                Complain(session, zh, en);
            }

            return NotDone;
        }

        AuditTrail.Append(
            session.Folder, session.Time.GetUtcNow(), "os:" + Environment.UserName, name is "token" or "revoke" ? AuditWords.Token : AuditWords.Account,
            parsed.GetValue(Name), details: Details(name, parsed));
        Complain(session, "已完成。", "Done.");
        return 0;
    }

    private static Dictionary<string, string> Details(string name, ParseResult parsed)
    {
        var details = new Dictionary<string, string> { ["command"] = name };
        if (name is "add" or "role")
            details["role"] = parsed.GetValue(RoleOption)!;
        if (name is "token")
            details["scopes"] = string.Join(',', parsed.GetValue(Scope)!);
        if (name is "revoke")
            details["token"] = parsed.GetValue(Token)!;
        return details;
    }

    private static Role RoleOf(ParseResult parsed) => Role.Parse(parsed.GetValue(RoleOption)) ?? throw new UsageException(
        $"“{parsed.GetValue(RoleOption)}”不是角色：--role 只能是 leader、researcher、steward 或 district:区代码",
        $"\"{parsed.GetValue(RoleOption)}\" is no role: --role is leader, researcher, steward or district:CODE");

    private static string Password(Session session, TextReader? input)
    {
        if (input is not null || Console.IsInputRedirected)
            return (input ?? Console.In).ReadLine() ?? "";
        session.Error.Profile.Out.Writer.Write(session.Say("密码", "Password") + ": ");
        var word = new System.Text.StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
                word.Length = Math.Max(0, word.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                word.Append(key.KeyChar);
        }

        session.Error.Profile.Out.Writer.WriteLine();
        return word.ToString();
    }

    private static async Task<IdentityResult> MakeTokenAsync(ParseResult parsed, Session session, AccountDesk desk)
    {
        var (scopes, days) = (parsed.GetValue(Scope)!, parsed.GetValue(Days));
        if (scopes.Except(Scopes.All).Any() || scopes.Length == 0)
            throw new UsageException("--scope 只能是 read、sql、upload", "--scope is read, sql or upload");
        if (days is < 1 or > AccountDesk.LongestToken)
            throw new UsageException($"--days 应为 1 至 {AccountDesk.LongestToken}", $"--days is 1 to {AccountDesk.LongestToken}");

        var (secret, token) = await desk.TokenAsync(parsed.GetValue(Name)!, parsed.GetValue(Label)!, scopes, days);
        if (secret is null)
            return AccountFaults.Failed(AccountFaults.UnknownAccount);
        Complain(
            session,
            string.Create(CultureInfo.InvariantCulture, $"令牌 {token!.Id}，至 {token.Expires:yyyy-MM-dd} 有效，只显示这一次："),
            string.Create(CultureInfo.InvariantCulture, $"Token {token.Id}, valid until {token.Expires:yyyy-MM-dd}, shown this once:"));
        session.Out.Profile.Out.Writer.WriteLine(secret);
        return IdentityResult.Success;
    }

    private static Command List()
    {
        var command = new Command("list", "列出账号和令牌 | List accounts and tokens");
        command.Do(
            (_, session) =>
            {
                var accounts = new AccountFile(session.Folder).Read().OrderBy(a => a.Name, StringComparer.Ordinal).ToList();
                if (session.Json)
                {
                    session.Write(accounts.Select(a => new ListedAccount(
                        a.Name, a.Role, !a.Disabled, a.OpenId is not null, a.Created, [.. a.Tokens.Select(t => new ListedToken(t.Id, t.Label, t.Scopes, t.Expires))])));
                    return 0;
                }

                var to = session.Out.Profile.Out.Writer;
                foreach (var account in accounts)
                {
                    to.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{account.Name}\t{account.Role}\t{(account.Disabled ? "disabled" : "enabled")}\t{account.Created:yyyy-MM-dd}{(account.OpenId is null ? "" : "\topenid")}"));
                    foreach (var token in account.Tokens)
                        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {token.Id}\t{string.Join(',', token.Scopes)}\t{token.Expires:yyyy-MM-dd}\t{token.Label}"));
                }

                return 0;
            },
            _ => false);
        return command;
    }

    /// <summary>To the error stream, so that a token can be piped on.</summary>
    private static void Complain(Session session, string zh, string en) => session.Error.Profile.Out.Writer.WriteLine(session.Say(zh, en, "\n"));

    private static ServiceProvider Services(Session session)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(session.Folder);
        services.AddSingleton(session.Time);
        services.AddSingleton<AccountFile>();
        services.AddHttpContextAccessor();
        services.AddAuthentication();
        services.AddIdentityParts();
        return services.BuildServiceProvider();
    }

    private sealed record ListedAccount(string Name, string Role, bool Enabled, bool OpenId, DateTimeOffset Created, IReadOnlyList<ListedToken> Tokens);

    private sealed record ListedToken(string Id, string Label, IReadOnlyList<string> Scopes, DateTimeOffset Expires);
}
