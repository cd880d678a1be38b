using System.CommandLine;
using System.Globalization;
using LearningCity.Warehouse.Access;
using LearningCity.Warehouse.Storage;
using Microsoft.AspNetCore.Identity;

namespace LearningCity.Dashboard.Access.Accounts;

/// <summary><c>dotnet run --project dashboard -- account …</c>: accounts from the command line of the server, beside a running dashboard too.</summary>
public static class AccountCommands
{
    public const string Verb = "account";

    private static readonly Option<string?> Data = new("--data") { Description = "数据目录 | Data folder", HelpName = "DIR", Recursive = true };

    private static readonly Argument<string> Name = new("NAME") { Description = "账号名 | Name of the account" };

    private static readonly Option<string> RoleOption = new("--role") { Description = "leader、researcher、steward 或 district:区代码 | leader, researcher, steward or district:CODE", Required = true };

    private static readonly Option<string> Label = new("--label") { Description = "令牌用途 | What the token is for", DefaultValueFactory = _ => "" };

    private static readonly Option<string[]> Scope = new("--scope") { Description = "read、sql、upload | read, sql, upload", DefaultValueFactory = _ => [Scopes.Read], AllowMultipleArgumentsPerToken = true };

    private static readonly Option<int> Days = new("--days") { Description = "有效天数 | Days until it ends", DefaultValueFactory = _ => 90 };

    private static readonly Argument<string> Token = new("TOKEN") { Description = "令牌编号（见 list）| Id of the token (see list)" };

    /// <returns>0 done, 1 not done and why, 2 wrong usage.</returns>
    public static int Run(string[] args)
    {
        var account = new Command(Verb, "账号管理 | Accounts")
        {
            Data,
            Do("add", "新建账号（密码从标准输入读取）| Add an account; the password is read from standard input", [Name, RoleOption], (p, desk) => Add(p, desk)),
            Do("role", "改变角色 | Change the role", [Name, RoleOption], (p, desk) => WithRole(p, role => desk.RoleAsync(p.GetValue(Name)!, role))),
            Do("password", "重设密码并解锁 | Set the password and unlock", [Name], (p, desk) => WithPassword(word => desk.PasswordAsync(p.GetValue(Name)!, word))),
            Do("disable", "停用 | Disable", [Name], (p, desk) => desk.DisableAsync(p.GetValue(Name)!, true)),
            Do("enable", "启用 | Enable", [Name], (p, desk) => desk.DisableAsync(p.GetValue(Name)!, false)),
            Do("sign-out", "结束其全部会话 | End all of its sessions", [Name], (p, desk) => desk.SignOutEverywhereAsync(p.GetValue(Name)!)),
            Do("token", "新建个人令牌，只显示一次 | Make a personal token, shown once", [Name, Label, Scope, Days], MakeToken),
            Do("revoke", "撤销令牌 | Revoke a token", [Name, Token], Revoke),
            List(),
        };
        return new RootCommand("学习型城市评估看板 | Learning-city dashboard") { account }.Parse(args).Invoke();
    }

    private static Command Do(string name, string description, Symbol[] takes, Func<ParseResult, AccountDesk, Task<IdentityResult>> act)
    {
        var command = new Command(name, description);
        foreach (var symbol in takes)
        {
            if (symbol is Argument argument)
                command.Arguments.Add(argument);
            else
                command.Options.Add((Option)symbol);
        }

        command.SetAction(async (parsed, _) =>
        {
            var folder = DataFolder.Resolve(parsed.GetValue(Data));
            await using var services = Services(folder);
            await using var scope = services.CreateAsyncScope();
            var result = await act(parsed, scope.ServiceProvider.GetRequiredService<AccountDesk>());
            if (result.Succeeded)
            {
                AuditTrail.Append(
                    folder, TimeProvider.System.GetUtcNow(), "os:" + Environment.UserName, name is "token" or "revoke" ? AuditWords.Token : AuditWords.Account,
                    parsed.GetValue(Name), details: Details(name, parsed));
                Console.WriteLine("已完成。| Done.");
                return 0;
            }

            foreach (var error in result.Errors)
            {
                var (zh, en) = PasswordRules.Say(error.Code) ?? ("没有这个账号或令牌。", "There is no such account or token.");
                await Console.Error.WriteLineAsync(zh + "\n" + en);
            }

            return 1;
        });
        return command;
    }

    private static Dictionary<string, string> Details(string name, ParseResult parsed)
    {
        var details = new Dictionary<string, string> { ["command"] = name };
        if (name is "add" or "role")
            details["role"] = parsed.GetValue(RoleOption)!;
        return details;
    }

    private static Task<IdentityResult> Add(ParseResult parsed, AccountDesk desk) =>
        WithRole(parsed, role => WithPassword(word => desk.AddAsync(parsed.GetValue(Name)!, role, word)));

    private static Task<IdentityResult> WithRole(ParseResult parsed, Func<Role, Task<IdentityResult>> act)
    {
        if (Role.Parse(parsed.GetValue(RoleOption)) is { } role)
            return act(role);
        Console.Error.WriteLine("角色只能是 leader、researcher、steward 或 district:区代码。\nA role is leader, researcher, steward or district:CODE.");
        return Task.FromResult(IdentityResult.Failed());
    }

    private static Task<IdentityResult> WithPassword(Func<string, Task<IdentityResult>> act)
    {
        if (!Console.IsInputRedirected)
            Console.Error.Write("密码 | Password: ");
        return act((Console.IsInputRedirected ? Console.ReadLine() : ReadHidden()) ?? "");
    }

    private static string ReadHidden()
    {
        var word = new System.Text.StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
                word.Length = Math.Max(0, word.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                word.Append(key.KeyChar);
        }

        Console.Error.WriteLine();
        return word.ToString();
    }

    private static async Task<IdentityResult> MakeToken(ParseResult parsed, AccountDesk desk)
    {
        var scopes = parsed.GetValue(Scope)!;
        if (scopes.Except(Scopes.All).Any() || scopes.Length == 0)
        {
            await Console.Error.WriteLineAsync("范围只能是 read、sql、upload。\nA scope is read, sql or upload.");
            return IdentityResult.Failed();
        }

        var (secret, token) = await desk.TokenAsync(parsed.GetValue(Name)!, parsed.GetValue(Label)!, scopes, parsed.GetValue(Days));
        if (secret is null)
            return IdentityResult.Failed(new IdentityError { Code = "UnknownAccount" });
        await Console.Error.WriteLineAsync(
            $"令牌 {token!.Id}，至 {token.Expires:yyyy-MM-dd} 有效，只显示这一次：\nToken {token.Id}, valid until {token.Expires:yyyy-MM-dd}, shown this once:");
        Console.WriteLine(secret);
        return IdentityResult.Success;
    }

    private static async Task<IdentityResult> Revoke(ParseResult parsed, AccountDesk desk) =>
        await desk.RevokeAsync(parsed.GetValue(Name)!, parsed.GetValue(Token)!)
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = "UnknownAccount" });

    private static Command List()
    {
        var command = new Command("list", "列出账号和令牌 | List accounts and tokens");
        command.SetAction(parsed =>
        {
            foreach (var account in new AccountFile(DataFolder.Resolve(parsed.GetValue(Data))).Read().OrderBy(a => a.Name, StringComparer.Ordinal))
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{account.Name}\t{account.Role}\t{(account.Disabled ? "disabled" : "enabled")}\t{account.Created:yyyy-MM-dd}"));
                foreach (var token in account.Tokens)
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {token.Id}\t{string.Join(',', token.Scopes)}\t{token.Expires:yyyy-MM-dd}\t{token.Label}"));
            }

            return 0;
        });
        return command;
    }

    private static ServiceProvider Services(DataFolder folder)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(folder);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<AccountFile>();
        services.AddHttpContextAccessor();
        services.AddAuthentication();
        services.AddIdentityParts();
        return services.BuildServiceProvider();
    }
}
