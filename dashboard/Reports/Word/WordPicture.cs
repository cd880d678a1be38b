using DocumentFormat.OpenXml.Drawing;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Wordprocessing;
using LearningCity.Dashboard.Figures;
using LearningCity.Dashboard.Figures.Rendering;
using Pictures = DocumentFormat.OpenXml.Drawing.Pictures;

namespace LearningCity.Dashboard.Reports.Word;

/// <summary>A figure as a picture in a report, with its description for those who do not see it.</summary>
internal static class WordPicture
{
    /// <summary>Pixels per CSS pixel: a figure of medium width fills the text width at 300 dots an inch.</summary>
    private const double Scale = 2.72;

    private const long EmuPerTwip = 635;

    /// <summary>Leaves room on the page for caption and source.</summary>
    private const long MostHeight = (WordPage.TextHeight - 1700) * EmuPerTwip;

    public static byte[] Png(Figure figure) => FigurePng.Bare(figure, FigureWidths.Medium, FigurePalette.Print, Scale);

    /// <param name="id">Of the image part; <paramref name="number"/> is unique in the document.</param>
    public static Drawing Build(Figure figure, byte[] png, string id, uint number)
    {
        var (width, height) = Size(png);
        var cx = WordPage.TextWidth * EmuPerTwip;
        var cy = cx * height / width;
        if (cy > MostHeight)
            (cx, cy) = (cx * MostHeight / cy, MostHeight);
        return new Drawing(new Inline(
            new Extent { Cx = cx, Cy = cy },
            new EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new DocProperties { Id = number, Name = $"figure-{figure.Name}", Title = figure.Title, Description = figure.Description },
            new DocumentFormat.OpenXml.Drawing.Wordprocessing.NonVisualGraphicFrameDrawingProperties(new GraphicFrameLocks { NoChangeAspect = true }),
            new Graphic(new GraphicData(new Pictures.Picture(
                new Pictures.NonVisualPictureProperties(
                    new Pictures.NonVisualDrawingProperties { Id = number, Name = $"{figure.Name}.png", Description = figure.Description },
                    new Pictures.NonVisualPictureDrawingProperties()),
                new Pictures.BlipFill(new Blip { Embed = id }, new Stretch(new FillRectangle())),
                new Pictures.ShapeProperties(
                    new Transform2D(new Offset { X = 0, Y = 0 }, new Extents { Cx = cx, Cy = cy }),
                    new PresetGeometry(new AdjustValueList()) { Preset = ShapeTypeValues.Rectangle })))
            { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 });
    }

    /// <summary>Width and height as the header of the file says.</summary>
    private static (int Width, int Height) Size(byte[] png) =>
        (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
}
