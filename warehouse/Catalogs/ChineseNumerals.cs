namespace LearningCity.Warehouse.Catalogs;

/// <summary>Numbers as official documents count headings: 一, 二, …, 十, 十一, …, 一百零一.</summary>
public static class ChineseNumerals
{
    private const string Digits = "零一二三四五六七八九";

    private static readonly string[] Units = ["", "十", "百", "千"];

    /// <param name="number">1 to 9999.</param>
    public static string Of(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 9999);
        var text = "";
        var zero = false;
        for (var power = 3; power >= 0; power--)
        {
            var digit = number / (int)Math.Pow(10, power) % 10;
            if (digit == 0)
            {
                zero = text.Length > 0;
                continue;
            }
            if (zero)
                text += Digits[0];
            zero = false;
            // 十一, not 一十一, at the head of a number.
            text += (digit == 1 && power == 1 && text.Length == 0 ? "" : Digits[digit]) + Units[power];
        }
        return text;
    }
}
