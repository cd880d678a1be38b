using LearningCity.Warehouse.Access;

namespace LearningCity.Warehouse.Snapshots;

/// <summary>The open files of viewers who may not see all. The least used are let go of; leases go on with what they have.</summary>
internal sealed class OpenViews(ViewerFiles files) : IDisposable
{
    /// <summary>A city's districts and the researchers; each is small.</summary>
    private const int Most = 32;

    private readonly Lock gate = new();
    private readonly LinkedList<Slot> views = new();

    /// <summary>The view of a snapshot, held for the caller.</summary>
    /// <param name="snapshot">Held by the caller until this returns.</param>
    public OpenSnapshot Hold(Viewer viewer, OpenSnapshot snapshot)
    {
        while (true)
        {
            var slot = Find(viewer, snapshot);
            OpenSnapshot open;
            try
            {
                open = slot.View.Value;
            }
            catch
            {
                Forget(slot);
                throw;
            }
            var held = open.TryHold();
            // One that was let go of while its file was being written is closed by its last reader.
            lock (gate)
                slot.Settle();
            if (held)
                return open;
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var slot in views)
                slot.LetGo();
            views.Clear();
        }
    }

    private Slot Find(Viewer viewer, OpenSnapshot snapshot)
    {
        var key = $"{viewer.Key} {snapshot.Info.Id}";
        lock (gate)
        {
            var node = views.First;
            while (node is not null && node.Value.Key != key)
                node = node.Next;
            if (node is null)
                node = new(new(key, new(() => new OpenSnapshot(snapshot.Info, files.Of(viewer, snapshot.Info, snapshot.Path), viewer))));
            else
                views.Remove(node);
            views.AddFirst(node);
            if (views.Count > Most)
            {
                views.Last!.Value.LetGo();
                views.RemoveLast();
            }
            return node.Value;
        }
    }

    private void Forget(Slot slot)
    {
        lock (gate)
            views.Remove(slot);
    }

    /// <summary>A view that is open, or is being opened by whoever asked first.</summary>
    private sealed class Slot(string key, Lazy<OpenSnapshot> view)
    {
        private bool unwanted;
        private bool released;

        public string Key => key;

        public Lazy<OpenSnapshot> View => view;

        /// <summary>Nobody else gets it; it closes when its readers are done, or, while it is being opened, after that.</summary>
        public void LetGo()
        {
            unwanted = true;
            Settle();
        }

        public void Settle()
        {
            if (!unwanted || released || !view.IsValueCreated)
                return;
            released = true;
            view.Value.Release();
        }
    }
}
