namespace LearningCity.Warehouse.Tests.Statistics;

/// <summary>Peak expiratory flow (l/min) of 17 people on two meters: Bland and Altman 1986, table 1.</summary>
internal static class PeakFlow
{
    public static double?[] Wright { get; } = [494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427];

    public static double?[] Mini { get; } = [512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451];
}
