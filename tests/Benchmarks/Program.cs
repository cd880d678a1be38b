using System.Reflection;
using BenchmarkDotNet.Running;
using LearningCity.Benchmarks.Loading;
using LearningCity.Benchmarks.Pages;

// `pages` times the built dashboard, `load forms` and `load tidy` the loader; everything else is for BenchmarkDotNet, such as --filter '*RankInterval*'.
if (args is ["pages"])
{
    return await PageTimings.RunAsync();
}

if (args is ["load" or "load-child", ..])
{
    return LoadTimings.Run(args);
}

BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
return 0;
