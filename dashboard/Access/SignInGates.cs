namespace LearningCity.Dashboard.Access;

/// <summary>Lets attempts to sign in to one account pass one by one, so that wrong passwords that are sent at once are counted one by one and the
/// sixth is not looked at. Names share gates, so that names somebody makes up take no memory.</summary>
public sealed class SignInGates : IDisposable
{
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1))];

    public async Task<T> PassAsync<T>(string name, Func<Task<T>> attempt, CancellationToken cancel)
    {
        var gate = _gates[(uint)StringComparer.OrdinalIgnoreCase.GetHashCode(name) % (uint)_gates.Length];
        await gate.WaitAsync(cancel);
        try
        {
            return await attempt();
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose()
    {
        foreach (var gate in _gates)
        {
            gate.Dispose();
        }
    }
}
