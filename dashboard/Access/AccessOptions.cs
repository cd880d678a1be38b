using LearningCity.Dashboard.Access.OpenId;
using LearningCity.Warehouse.Access;

namespace LearningCity.Dashboard.Access;

/// <summary>Who may reach the dashboard, from configuration: <c>access</c> (local or accounts) and the section of the same name.</summary>
/// <param name="Accounts">Whether people sign in; otherwise only this computer reaches the dashboard, and all may do everything.</param>
/// <param name="Others">What districts may see of the others: <c>Access:Others</c>, anonymous unless set.</param>
public sealed record AccessOptions(bool Accounts, OthersPolicy Others)
{
    public const string Key = "access";

    /// <summary>A provider whose word is taken beside local accounts; null for none.</summary>
    public OpenIdOptions? OpenId { get; init; }

    /// <summary>How long a session lasts; then one signs in again.</summary>
    public TimeSpan Session { get; init; } = TimeSpan.FromHours(8);

    /// <summary>Attempts to sign in that one address may make in a minute.</summary>
    public int SignInsPerMinute { get; init; } = 10;

    /// <summary>Queries that one account may send in a minute.</summary>
    public int QueriesPerMinute { get; init; } = 60;

    /// <summary>Uploads that one account may send in ten minutes.</summary>
    public int UploadsPerTenMinutes { get; init; } = 20;

    /// <exception cref="FormatException">A word is not understood; the message is in both languages.</exception>
    public static AccessOptions Read(IConfiguration configuration)
    {
        var accounts = configuration[Key] switch
        {
            null or "" or "local" => false,
            "accounts" => true,
            var other => throw new FormatException($"access 只能是 local 或 accounts，不是“{other}” | access is local or accounts, not \"{other}\""),
        };
        var section = configuration.GetSection(Key);
        var others = section["Others"] switch
        {
            null or "" or "anonymous" => OthersPolicy.Anonymous,
            "named" => OthersPolicy.Named,
            "own" => OthersPolicy.Own,
            var other => throw new FormatException($"Access:Others 只能是 named、anonymous 或 own，不是“{other}” | Access:Others is named, anonymous or own, not \"{other}\""),
        };
        var standard = new AccessOptions(accounts, others);
        var provider = OpenIdOptions.Read(section.GetSection(OpenIdOptions.Section));
        if (provider is not null && !accounts)
        {
            throw new FormatException("配置了 Access:OpenId 时，access 应为 accounts：本机模式无人登录 | With Access:OpenId, access is accounts: nobody signs in in local mode");
        }

        return standard with
        {
            OpenId = provider,
            Session = TimeSpan.FromHours(Number(section, "SessionHours", (int)standard.Session.TotalHours)),
            SignInsPerMinute = Number(section, "SignInsPerMinute", standard.SignInsPerMinute),
            QueriesPerMinute = Number(section, "QueriesPerMinute", standard.QueriesPerMinute),
            UploadsPerTenMinutes = Number(section, "UploadsPerTenMinutes", standard.UploadsPerTenMinutes),
        };
    }

    private static int Number(IConfiguration section, string key, int standard) => section[key] switch
    {
        null or "" => standard,
        var text when int.TryParse(text, out var number) && number is > 0 and < 100_000 => number,
        var text => throw new FormatException($"Access:{key} 应为正整数，不是“{text}” | Access:{key} is a positive number, not \"{text}\""),
    };
}
