namespace LearningCity.Etl.Readers;

/// <summary>How much a file from outside may ask for.</summary>
/// <param name="FileBytes">The largest file that is opened at all.</param>
/// <param name="UnpackedBytes">The most that a packed file (xlsx, docx) may unpack to, over all its parts that are read.</param>
/// <param name="DocumentBytes">The most that the text of a Word document may unpack to; it is held in memory as a whole.</param>
/// <param name="Cells">The most cells that one file may hold.</param>
/// <param name="Merges">The most merged ranges of one sheet.</param>
/// <param name="LongList">From how many bytes on a text file on disk is read as a long list, if it is one.</param>
/// <param name="LongListBytes">The largest such file; it is never held in memory.</param>
public sealed record ReadLimits(
    long FileBytes = 50_000_000, long UnpackedBytes = 100_000_000, long DocumentBytes = 20_000_000, int Cells = 1_000_000, int Merges = 20_000,
    long LongList = 200_000, long LongListBytes = 50_000_000_000);
