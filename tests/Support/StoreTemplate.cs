using LearningCity.Warehouse.Marts;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Tests.Support;

/// <summary>An empty working store with the built-in catalog and all tables made, copied for each test: to declare and comment some forty
/// tables anew for each would cost more than the tests themselves.</summary>
public static class StoreTemplate
{
    private static readonly Lazy<byte[]> Made = new(Make);

    /// <summary>Makes the store of a folder that has none.</summary>
    public static void Put(DataFolder folder)
    {
        Directory.CreateDirectory(folder.Root);
        File.WriteAllBytes(folder.Store, Made.Value);
    }

    private static byte[] Make()
    {
        using var folder = new TempFolder();
        using (var store = WorkingStore.Open(folder.Data, TimeProvider.System))
        {
            MartBuilder.Build(store.Connection, MartFile.BuiltIn());
        }

        return File.ReadAllBytes(folder.Data.Store);
    }
}
