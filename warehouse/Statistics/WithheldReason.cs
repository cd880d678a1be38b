namespace LearningCity.Warehouse.Statistics;

/// <summary>Why a statistic is not given. The names are stable: the API and the marts carry them.</summary>
public enum WithheldReason
{
    /// <summary>There is nothing to compute from.</summary>
    NoData,

    /// <summary>Fewer observations than the statistic needs.</summary>
    TooFew,

    /// <summary>All values are equal, so that a ratio to the variance has no meaning.</summary>
    NoVariance,

    /// <summary>Every pair is equal: a test of differences has nothing to test.</summary>
    NoDifferences,

    /// <summary>Nothing was lost, so that there is no share of the loss.</summary>
    NothingToShare,

    /// <summary>A district lacks the expert score of some indicators.</summary>
    Incomplete,

    /// <summary>Not every expert scored every district.</summary>
    NotCrossed,

    /// <summary>Experts and districts fall into groups that share nobody, so that they cannot be compared.</summary>
    Unconnected,

    /// <summary>Too few rounds for any outcome to be significant.</summary>
    NotTested,

    /// <summary>A test that was not made has no corrected value.</summary>
    NoTest,

    /// <summary>The district is first already.</summary>
    AlreadyFirst,

    /// <summary>A choice lies outside 0 … max points, or names what does not exist.</summary>
    InvalidChoice,

    /// <summary>The rounds are on frameworks that cannot be compared for this indicator.</summary>
    FrameworkBreak,

    /// <summary>The values fit without any residual: there is nothing to estimate an error from.</summary>
    NoResidual,

    /// <summary>The arithmetic left the range of finite numbers.</summary>
    OutOfNumericRange,

    /// <summary>More experts or indicators than are estimated together.</summary>
    TooMany,
}
