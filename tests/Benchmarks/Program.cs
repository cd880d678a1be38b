using System.Reflection;
using BenchmarkDotNet.Running;
using LearningCity.Benchmarks.Http;
using LearningCity.Benchmarks.Loading;
using LearningCity.Benchmarks.Pages;

// `pages` times the built dashboard, `http` counts its requests a second, `load forms` and `load tidy` the loader, `growth` how it grows with the scores, `check` whether it has
// become grossly slower; everything else is for BenchmarkDotNet, such as --filter '*RankInterval*'.
switch (args)
{
    case ["pages", .. var options]:
        return await PageTimings.RunAsync(options);
    case ["http", .. var with]:
        return await HttpReport.RunAsync(with);
    case [PlainServer.Verb]:
        await PlainServer.RunAsync();
        return 0;
    case ["load" or LoadTimings.Child, ..]:
        return LoadTimings.Run(args);
    case ["growth", .. var sizes]:
        return await GrowthReport.RunAsync(sizes);
    case ["check"]:
        return await GrowthReport.CheckAsync();
    default:
        BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
        return 0;
}
