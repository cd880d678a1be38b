using CsCheck;
using LearningCity.Etl.Normalising;

namespace LearningCity.Etl.Tests.Normalising;

public sealed class EditDistanceTests
{
    [Fact]
    public void It_is_the_plain_distance_up_to_its_limit() =>
        Gen.Select(Gen.Char["abc"].Array[0, 9], Gen.Char["abc"].Array[0, 9], Gen.Int[0, 5]).Sample((a, b, most) =>
        {
            var plain = Plain(new(a), new(b));
            EditDistance.Within(new(a), new(b), most).ShouldBe(plain <= most ? plain : null, $"{new string(a)} {new string(b)} {most}");
        }, iter: 20_000);

    private static int Plain(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
                table[i, j] = i == 0 ? j : j == 0 ? i
                    : Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
        }
        return table[a.Length, b.Length];
    }
}
