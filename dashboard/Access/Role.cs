using System.Security.Claims;
using LearningCity.Warehouse.Access;

namespace LearningCity.Dashboard.Access;

/// <summary>What somebody is: leader, researcher, steward, or the office of one district; <c>local</c> is whoever sits at the computer in local mode.</summary>
/// <param name="District">Code of the district; null for other roles.</param>
public sealed record Role(string Name, string? District = null)
{
    public const string LeaderName = "leader";
    public const string ResearcherName = "researcher";
    public const string StewardName = "steward";
    public const string DistrictName = "district";
    public const string LocalName = "local";

    public static readonly Role Leader = new(LeaderName);
    public static readonly Role Researcher = new(ResearcherName);
    public static readonly Role Steward = new(StewardName);
    public static readonly Role Local = new(LocalName);

    public static Role OfDistrict(string code) => new(DistrictName, code);

    /// <summary>Reads leader, researcher, steward or district:CODE; null when it is none of these.</summary>
    public static Role? Parse(string? text) => text switch
    {
        LeaderName => Leader,
        ResearcherName => Researcher,
        StewardName => Steward,
        _ when text?.StartsWith(DistrictName + ":", StringComparison.Ordinal) == true && text.Length is > 9 and <= 49 => OfDistrict(text[9..]),
        _ => null,
    };

    /// <summary>The role of whoever sent a request; null when nobody is signed in.</summary>
    public static Role? Of(ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.Role) is not { } text ? null : text == LocalName ? Local : Parse(text);

    /// <summary>For whom questions of this role are answered.</summary>
    public Viewer Viewer(OthersPolicy others) => Name switch
    {
        LeaderName or StewardName or LocalName => Warehouse.Access.Viewer.All,
        ResearcherName => Warehouse.Access.Viewer.Researcher,
        _ => Warehouse.Access.Viewer.OfDistrict(District!, others),
    };

    public override string ToString() => District is null ? Name : $"{Name}:{District}";
}
