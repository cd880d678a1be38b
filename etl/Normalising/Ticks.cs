namespace LearningCity.Etl.Normalising;

/// <summary>The marks that people make for yes in the columns of the collection methods.</summary>
public static class Ticks
{
    private static readonly HashSet<string> Yes = ["√", "✓", "✔", "☑", "✅", "V", "v", "是", "Y", "y", "yes", "1", "TRUE", "对", "∨", "⩗"];

    private static readonly HashSet<string> No = ["", "×", "x", "X", "否", "☐", "□", "0", "FALSE", "no", "N", "n", "-", "—", "/"];

    /// <returns>Null when the mark is neither.</returns>
    public static bool? Read(string text)
    {
        var mark = Texts.Narrow(text).TrimEnd('\uFE0F', '\uFE0E');
        return Yes.Contains(mark) ? true : No.Contains(mark) ? false : null;
    }
}
