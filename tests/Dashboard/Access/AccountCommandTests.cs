using System.Text.Json.Nodes;
using LearningCity.Dashboard.Access;
using LearningCity.Dashboard.Access.Accounts;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Access;

namespace LearningCity.Dashboard.Tests.Access;

public sealed class AccountCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_account_is_added_and_listed_and_its_password_is_kept_only_as_a_hash()
    {
        Run(Visitor.Password, "add", "li.ming", "--role", "district:110112").ShouldBe((0, "", "已完成。\n"));
        var (code, listed, _) = Run(null, "list");
        code.ShouldBe(0);
        listed.ShouldMatch(@"^li\.ming\tdistrict:110112\tenabled\t\d{4}-\d\d-\d\d\n$");
        File.ReadAllText(Path.Combine(folder.Path, "access", "accounts.json")).ShouldNotContain(Visitor.Password);
        var hasher = new Microsoft.AspNetCore.Identity.PasswordHasher<Account>();
        hasher.VerifyHashedPassword(One(), One().PasswordHash!, Visitor.Password).ShouldBe(Microsoft.AspNetCore.Identity.PasswordVerificationResult.Success);
        Trail().ShouldHaveSingleItem().Details.ShouldBe(new Dictionary<string, string> { ["command"] = "add", ["role"] = "district:110112" });
    }

    [Fact]
    public void Role_password_disable_enable_and_sign_out_each_change_what_they_say_and_end_sessions()
    {
        Run(Visitor.Password, "add", "wang", "--role", "leader");
        string before = "";
        foreach (var (input, arguments, check) in new (string?, string[], Func<Account, bool>)[]
        {
            (null, ["role", "wang", "--role", "steward"], a => a.Role == "steward"),
            ("quite another word", ["password", "WANG"], a => a.PasswordHash!.Length > 20),
            (null, ["disable", "wang"], a => a.Disabled),
            (null, ["enable", "wang"], a => !a.Disabled),
            (null, ["sign-out", "wang"], a => !a.Disabled),
        })
        {
            Run(input, arguments).Code.ShouldBe(0, string.Join(' ', arguments));
            check(One()).ShouldBeTrue(string.Join(' ', arguments));
            One().SecurityStamp.ShouldNotBe(before, string.Join(' ', arguments));
            before = One().SecurityStamp!;
        }

        Trail().Select(e => e.Details!["command"]).ShouldBe(["sign-out", "enable", "disable", "password", "role", "add"]);
        Trail().ShouldAllBe(e => e.Who.StartsWith("os:", StringComparison.Ordinal) && !e.Details!.Values.Contains("quite another word"));
    }

    [Fact]
    public void A_token_goes_to_standard_output_alone_and_is_revoked_by_its_id()
    {
        Run(Visitor.Password, "add", "wang", "--role", "researcher");
        var (code, secret, said) = Run(null, "token", "wang", "--label", "notebook", "--scope", "read", "sql", "--days", "7");
        code.ShouldBe(0);
        secret.ShouldMatch("^lc_[0-9a-f]{64}\n$");
        var token = One().Tokens.ShouldHaveSingleItem();
        token.Scopes.ShouldBe(["read", "sql"]);
        said.ShouldContain(token.Id);
        token.Hash.ShouldBe(AccessToken.HashOf(secret.Trim()));
        JsonNode.Parse(Run(null, "list", "--json").Output)![0]!["tokens"]![0]!["label"]!.GetValue<string>().ShouldBe("notebook");

        Run(null, "revoke", "wang", "nothing").ShouldBe((1, "", "没有这个令牌。\n"));
        Run(null, "revoke", "wang", token.Id).Code.ShouldBe(0);
        One().Tokens.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--role 只能是", "add", "wang", "--role", "king")]
    [InlineData("--role 只能是", "role", "zhang", "--role", "district:")]
    [InlineData("缺少选项 --role", "add", "wang")]
    [InlineData("后面缺少 <NAME>", "add", "--role", "leader")]
    [InlineData("不认识“fire”", "fire", "wang")]
    [InlineData("没有写命令")]
    [InlineData("--scope 只能是", "token", "zhang", "--scope", "all")]
    [InlineData("--days 应为", "token", "zhang", "--days", "0")]
    [InlineData("不是整数", "token", "zhang", "--days", "week")]
    public void Wrong_usage_is_told_in_a_sentence_and_ends_with_2(string sentence, params string[] arguments)
    {
        Run(Visitor.Password, "add", "zhang", "--role", "leader");
        var (code, output, said) = Run(Visitor.Password, arguments);
        code.ShouldBe(2, said);
        (output + said).ShouldContain(sentence);
        One().Role.ShouldBe("leader");
        Trail().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("已有同名账号", "correct horse battery", "add", "ZHANG", "--role", "leader")]
    [InlineData("密码至少 12 个字符", "short", "add", "wang", "--role", "leader")]
    [InlineData("6 个不同的字符", "aaaaaaaaaaaaaaaaa", "add", "wang", "--role", "leader")]
    [InlineData("不能包含账号名", "my name is wang, is it", "add", "wang", "--role", "leader")]
    [InlineData("账号名只能由", "correct horse battery", "add", "wang fang", "--role", "leader")]
    [InlineData("账号名只能由", "correct horse battery", "add", "../../etc", "--role", "leader")]
    [InlineData("没有这个账号", null, "disable", "nobody")]
    [InlineData("没有这个账号", null, "role", "nobody", "--role", "leader")]
    [InlineData("没有这个账号", "correct horse battery", "password", "nobody")]
    [InlineData("没有这个账号", null, "token", "nobody")]
    [InlineData("密码至少 12 个字符", null, "add", "wang", "--role", "leader")]
    public void What_cannot_be_done_is_told_in_a_sentence_and_ends_with_1(string sentence, string? input, params string[] arguments)
    {
        Run(Visitor.Password, "add", "zhang", "--role", "leader");
        var (code, output, said) = Run(input, arguments);
        (code, output).ShouldBe((1, ""), said);
        said.ShouldContain(sentence);
        One().Name.ShouldBe("zhang");
        Trail().Count.ShouldBe(1);
    }

    [Fact]
    public void Without_a_language_both_are_spoken_and_English_speaks_English()
    {
        Run(null, "disable", "nobody", "--lang", "en").Said.ShouldBe("There is no such account.\n");
        Role.Parse("district:" + new string('9', 60)).ShouldBeNull();
    }

    private (int Code, string Output, string Said) Run(string? input, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        string[] language = arguments.Contains("--lang") ? [] : ["--lang", "zh"];
        var code = AccountCommands.Run(["account", .. arguments, "--data", folder.Path, .. language], new StringReader(input ?? ""), output, error);
        return (code, output.ToString(), error.ToString());
    }

    private Account One() => new AccountFile(folder.Data).Read().Single();

    private IReadOnlyList<AuditEvent> Trail() => AuditTrail.Read(folder.Data, 100);
}
