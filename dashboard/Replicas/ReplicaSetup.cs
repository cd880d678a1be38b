using LearningCity.Dashboard.Hosting;

namespace LearningCity.Dashboard.Replicas;

/// <summary>A dashboard that follows another one's snapshots.</summary>
public static class ReplicaSetup
{
    public static void AddReplica(this IServiceCollection services, StartOptions start)
    {
        if (start.ReplicaOf is null)
        {
            return;
        }

        services.AddSingleton(start);
        services.AddSingleton<ReplicaFollower>();
        services.AddHostedService(provider => provider.GetRequiredService<ReplicaFollower>());
    }

    /// <summary>Fetches before the dashboard listens, so that the first page has its data. If that fails, it starts with what it has.</summary>
    public static async Task FetchFirstAsync(this WebApplication app)
    {
        if (app.Services.GetService<ReplicaFollower>() is { } follower && await follower.LookAsync(CancellationToken.None) is { } failure)
        {
            var halves = failure.Split(" | ");
            Console.WriteLine($"暂未取得快照，将继续尝试：{halves[0]}");
            Console.WriteLine($"No snapshot could be fetched yet; trying on: {halves[^1]}");
        }
    }
}
