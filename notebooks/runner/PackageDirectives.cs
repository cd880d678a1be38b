using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LearningCity.Notebooks;

/// <summary><c>#r "nuget: NAME, VERSION"</c>: the scripting host does not resolve it, so it is held to the versions of the project and
/// replaced by the assembly that lies beside the runner.</summary>
internal static partial class PackageDirectives
{
    private static readonly Lazy<Dictionary<string, string>> Versions = new(ReadVersions);

    /// <summary>The code with its package directives replaced; lines stay where they are.</summary>
    /// <exception cref="CellException">A package or version that the project does not have.</exception>
    public static string Resolve(string code) => Directive().Replace(code, match => Assembly(match.Groups["name"].Value, match.Groups["version"].Value));

    private static string Assembly(string name, string version)
    {
        if (!Versions.Value.TryGetValue(name, out var known))
        {
            throw new CellException(
                "PackageReference", $"Directory.Packages.props 中没有软件包 {name}。| The package {name} is not in Directory.Packages.props.");
        }

        if (version.Length > 0 && version != known)
        {
            throw new CellException(
                "PackageReference", $"软件包 {name} 的版本是 {known}，不是 {version}。| The package {name} has version {known} here, not {version}.");
        }

        var file = new[] { name, name.Replace(".Full", "", StringComparison.Ordinal) }
            .Select(n => Path.Combine(AppContext.BaseDirectory, n + ".dll")).FirstOrDefault(File.Exists);
        return file is null
            ? throw new CellException("PackageReference", $"运行器没有引用软件包 {name}。| The runner does not reference the package {name}.")
            : $"#r \"{Path.GetFileName(file)}\"";
    }

    private static Dictionary<string, string> ReadVersions()
    {
        using var stream = typeof(PackageDirectives).Assembly.GetManifestResourceStream("Directory.Packages.props")!;
        return XDocument.Load(stream).Descendants("PackageVersion")
            .ToDictionary(p => p.Attribute("Include")!.Value, p => p.Attribute("Version")!.Value, StringComparer.OrdinalIgnoreCase);
    }

    [GeneratedRegex("""^[ \t]*#r[ \t]+"nuget:[ \t]*(?<name>[^,"\s]+)[ \t]*(,[ \t]*(?<version>[^"\s]+)[ \t]*)?"[ \t]*\r?$""", RegexOptions.Multiline)]
    private static partial Regex Directive();
}

/// <summary>A fault of a cell that was found before it ran.</summary>
internal sealed class CellException(string name, string message) : Exception(message)
{
    public string Name { get; } = name;
}
