using LearningCity.Warehouse.Access;

namespace LearningCity.Warehouse.Snapshots;

/// <summary>The open files of viewers who may not see all. The least used are let go of; leases go on with what they have.</summary>
internal sealed class OpenViews(ViewerFiles files) : IDisposable
{
    /// <summary>A city's districts and the researchers; each is small.</summary>
    private const int Most = 32;

    private readonly Lock gate = new();
    private readonly LinkedList<(string Key, Lazy<OpenSnapshot> View)> views = new();

    /// <summary>The view of a snapshot, held for the caller.</summary>
    /// <param name="snapshot">Held by the caller until this returns.</param>
    public OpenSnapshot Hold(Viewer viewer, OpenSnapshot snapshot)
    {
        while (true)
        {
            var view = Find(viewer, snapshot);
            OpenSnapshot open;
            try
            {
                open = view.Value;
            }
            catch
            {
                Forget(view);
                throw;
            }
            if (open.TryHold())
                return open;
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var (_, view) in views)
                LetGo(view);
            views.Clear();
        }
    }

    private Lazy<OpenSnapshot> Find(Viewer viewer, OpenSnapshot snapshot)
    {
        var key = $"{viewer.Key} {snapshot.Info.Id}";
        lock (gate)
        {
            var node = views.First;
            while (node is not null && node.Value.Key != key)
                node = node.Next;
            if (node is null)
                node = new((key, new(() => new OpenSnapshot(snapshot.Info, files.Of(viewer, snapshot.Info, snapshot.Path), viewer))));
            else
                views.Remove(node);
            views.AddFirst(node);
            if (views.Count > Most)
            {
                LetGo(views.Last!.Value.View);
                views.RemoveLast();
            }
            return node.Value.View;
        }
    }

    private void Forget(Lazy<OpenSnapshot> view)
    {
        lock (gate)
            if (views.FirstOrDefault(v => v.View == view) is { Key: not null } found)
                views.Remove(found);
    }

    private static void LetGo(Lazy<OpenSnapshot> view)
    {
        if (view.IsValueCreated)
            view.Value.Release();
    }
}
