using System.Xml;
using LearningCity.Etl.Validation;

namespace LearningCity.Etl.Readers;

/// <summary>What a file turned out to hold: its grids, or the rule by which it was refused.</summary>
public sealed record FileContent(IReadOnlyList<Grid> Grids, Rule? Refused = null, Wording? Detail = null);

/// <summary>From the bytes of a file to grids. What the file is is told by its content, never by its name.</summary>
public static class FileReader
{
    public static FileContent Read(byte[] bytes, ReadLimits limits)
    {
        try
        {
            if (bytes.LongLength > limits.FileBytes)
                throw new RefusedException(Rules.FileTooLarge, Megabytes(limits.FileBytes));
            return new(FileKinds.Tell(bytes) switch
            {
                FileKind.Workbook => XlsxReader.Read(bytes, limits),
                FileKind.OldWorkbook => XlsReader.Read(bytes, limits),
                FileKind.Document => DocxReader.Read(bytes, limits),
                _ => CsvReader.Read(bytes, limits),
            });
        }
        catch (RefusedException e)
        {
            return new([], e.Rule, e.Detail);
        }
        catch (XmlException e) when (e.Message.Contains("DTD", StringComparison.Ordinal))
        {
            return new([], Rules.FileDtd);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever a damaged file makes a parser throw is the file's fault, not the program's.
            return new([], Rules.FileDamaged, e switch
            {
                XmlException => new("内部的 XML 不完整", "its XML is broken"),
                InvalidDataException => Damage.Zip,
                _ => Damage.Content,
            });
        }
    }

    internal static Wording Megabytes(long bytes) => Wording.Same($"{bytes / 1_000_000} MB");
}
