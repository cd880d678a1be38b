using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace LearningCity.Warehouse.Statistics;

/// <summary>One observed cell of a table with two ways in.</summary>
public readonly record struct Cell(string Row, string Column, double Value);

/// <summary>
/// Least squares for value = μ + row + column + e with any cells missing or repeated, both effects summing to zero. Rows are
/// eliminated; what remains is one dense system in the columns: S = D_c − N′D_r⁻¹N, whose null space is the constant vector, so
/// that (S + 11′/k)⁻¹ gives the solution that sums to zero and its covariance (S⁺ = (S + 11′/k)⁻¹ − 11′/k).
/// </summary>
internal sealed class AdditiveFit
{
    /// <summary>Columns that are fitted at most: time grows with their cube, and a thousand took 4 s on two busy cores.</summary>
    public const int MostColumns = 1000;

    private AdditiveFit(string[] rows, string[] columns, int[][] index, double[] values)
    {
        Rows = rows;
        Columns = columns;
        Index = index;
        Residuals = values;
        RowEffects = new double[rows.Length];
        ColumnEffects = new double[columns.Length];
        ColumnVariances = new double[columns.Length];
    }

    public string[] Rows { get; }

    public string[] Columns { get; }

    /// <summary>Row and column of each cell.</summary>
    public int[][] Index { get; }

    public double Grand { get; private set; }

    public double[] RowEffects { get; }

    public double[] ColumnEffects { get; }

    /// <summary>Diagonal of S⁺: times σ² it is the variance of a column's effect.</summary>
    public double[] ColumnVariances { get; }

    /// <summary>What is left of each cell, in the order of the cells.</summary>
    public double[] Residuals { get; }

    public double ResidualSumOfSquares => Residuals.Sum(e => e * e);

    public int DegreesOfFreedom => Residuals.Length - Rows.Length - Columns.Length + 1;

    /// <summary>Fits the cells; withheld when there are none, when they fall apart into unconnected groups, and for more than
    /// <see cref="MostColumns"/> columns.</summary>
    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    public static Statistic<AdditiveFit> Of(IReadOnlyList<Cell> cells)
    {
        if (cells.Count == 0)
        {
            return Withheld.NoData();
        }

        var rows = Names(cells.Select(c => c.Row));
        var columns = Names(cells.Select(c => c.Column));
        var index = cells.Select(c => new[]
        {
            Array.BinarySearch(rows, c.Row, StringComparer.Ordinal), Array.BinarySearch(columns, c.Column, StringComparer.Ordinal),
        }).ToArray();
        var components = Components(rows, columns, index);
        if (components.Count > 1)
        {
            return Withheld.Unconnected(components);
        }

        if (columns.Length > MostColumns)
        {
            return Withheld.TooMany(columns.Length, MostColumns);
        }

        var fit = new AdditiveFit(rows, columns, index, [.. cells.Select(c => Sample.Finite(c.Value))]);
        fit.Solve();
        return fit;
    }

    private static string[] Names(IEnumerable<string> names) =>
        [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private void Solve()
    {
        var origin = Sample.Mean(Residuals);
        var (r, k) = (Rows.Length, Columns.Length);
        var perRow = new double[r];
        var rowSums = new double[r];
        var rightHand = new double[k];
        var counts = new Dictionary<int, double>[r];
        var system = DenseMatrix.Create(k, k, 1.0 / k);
        for (var c = 0; c < Residuals.Length; c++)
        {
            var (i, j, value) = (Index[c][0], Index[c][1], Residuals[c] - origin);
            (counts[i] ??= [])[j] = counts[i].GetValueOrDefault(j) + 1;
            perRow[i]++;
            rowSums[i] += value;
            rightHand[j] += value;
            system[j, j] += 1;
        }

        for (var i = 0; i < r; i++)
        {
            foreach (var (j, count) in counts[i])
            {
                rightHand[j] -= count * rowSums[i] / perRow[i];
                foreach (var (l, other) in counts[i])
                {
                    system[j, l] -= count * other / perRow[i];
                }
            }
        }

        var inverse = system.Cholesky().Solve(DenseMatrix.CreateIdentity(k));
        var effects = inverse * Vector<double>.Build.Dense(rightHand);
        for (var j = 0; j < k; j++)
        {
            ColumnEffects[j] = effects[j];
            ColumnVariances[j] = inverse[j, j] - 1.0 / k;
        }

        var rowLevels = new double[r];
        for (var i = 0; i < r; i++)
        {
            rowLevels[i] = (rowSums[i] - counts[i].Sum(p => p.Value * ColumnEffects[p.Key])) / perRow[i];
        }

        var level = Sample.Mean(rowLevels);
        Grand = origin + level;
        for (var i = 0; i < r; i++)
        {
            RowEffects[i] = rowLevels[i] - level;
        }

        for (var c = 0; c < Residuals.Length; c++)
        {
            Residuals[c] -= Grand + RowEffects[Index[c][0]] + ColumnEffects[Index[c][1]];
        }
    }

    /// <summary>The connected groups of rows and columns, each a sorted list of names, rows first.</summary>
    private static IReadOnlyList<IReadOnlyList<string>> Components(string[] rows, string[] columns, int[][] index)
    {
        var parent = Enumerable.Range(0, rows.Length + columns.Length).ToArray();
        foreach (var cell in index)
        {
            parent[Root(cell[0])] = Root(rows.Length + cell[1]);
        }

        return [.. Enumerable.Range(0, parent.Length)
            .GroupBy(Root)
            .OrderBy(group => group.Min())
            .Select(group => (IReadOnlyList<string>)[.. group.Select(v => v < rows.Length ? rows[v] : columns[v - rows.Length])])];

        int Root(int v)
        {
            while (parent[v] != v)
            {
                v = parent[v] = parent[parent[v]];
            }

            return v;
        }
    }
}
