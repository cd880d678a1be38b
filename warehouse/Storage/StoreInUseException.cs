namespace LearningCity.Warehouse.Storage;

/// <summary>Another process is writing to the same data folder; nothing was opened or changed.</summary>
public sealed class StoreInUseException(DataFolder folder, Exception cause)
    : Exception($"数据目录正被另一个写入程序使用：{folder.Root} | The store is in use by another writer: {folder.Root}", cause)
{
    public DataFolder Folder { get; } = folder;
}
